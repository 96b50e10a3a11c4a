/** Lightness and chroma at which every hue is a colour that screens have, strong enough beside black text. */
const LIGHTNESS = 0.72
const CHROMA = 0.11

/** `#rrggbb` of a label's hue, in degrees. The numbers are those of https://bottosson.github.io/posts/oklab/ */
export function hueColour(hue: number): string {
  const [a, b] = [CHROMA * Math.cos((hue * Math.PI) / 180), CHROMA * Math.sin((hue * Math.PI) / 180)]
  const l = (LIGHTNESS + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (LIGHTNESS - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (LIGHTNESS - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${linear.map(hexOf).join('')}`
}

function hexOf(linear: number): string {
  const held = Math.min(1, Math.max(0, linear))
  const curved = held <= 0.0031308 ? 12.92 * held : 1.055 * held ** (1 / 2.4) - 0.055
  return Math.round(curved * 255)
    .toString(16)
    .padStart(2, '0')
}
