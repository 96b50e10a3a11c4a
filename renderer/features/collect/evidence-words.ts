import type { AnchorEvidence } from '#shared/domain/anchoring.ts'

/** Characters within which an eye finds it again: some lines. */
const LITTLE = 400

/** Where an annotation stands now that was moved by itself, in plain words. */
export function sentenceOn({ shift, typographyChanged }: AnchorEvidence): string {
  const typography = typographyChanged ? ', in another typography' : ''
  return `The same words${typography}, ${wayOf(shift)}.`
}

function wayOf(shift: number): string {
  if (shift === 0) return 'in their place'
  const far = Math.abs(shift) > LITTLE ? 'much' : 'a little'
  return `${far} further ${shift > 0 ? 'on' : 'up'}`
}

/** The same in figures, for who wants to know what it rests on. */
export function figuresOf({ shift, contextBefore, contextAfter }: AnchorEvidence): string {
  const way = `${characters(Math.abs(shift))} further ${shift < 0 ? 'up' : 'on'}`
  return `${way}; the same are ${characters(contextBefore)} before it and ${characters(contextAfter)} behind it`
}

const characters = (count: number): string => (count === 1 ? '1 character' : `${count} characters`)
