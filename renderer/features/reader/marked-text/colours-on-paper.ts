import type { MarkColours } from './clipboard-forms.ts'

/** The colours that marks have on white paper, whatever the theme is. */
export function coloursOnPaper(): MarkColours {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name)
  const [line, tint, alpha] = ['--mark-line-on-paper', '--mark-tint-on-paper', '--mark-tint-alpha'].map(token)
  return {
    lineOf: (hue) => painted(`oklch(${line} ${hue})`),
    tintOf: (hue) => painted(`oklch(${tint} ${hue} / ${alpha})`),
  }
}

/** What `colour` looks like on white, as every program writes colours. */
function painted(colour: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  for (const layer of ['white', colour]) {
    context.fillStyle = layer
    context.fillRect(0, 0, 1, 1)
  }
  const channels = [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)]
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
