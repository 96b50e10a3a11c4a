import type { Scheme } from '#shared/domain/scheme.ts'

const sheet = new CSSStyleSheet()

/** Gives every label of the scheme its hue, under `.label-<id>`. A sheet made by script, for labels are data. */
export function adoptLabelHues({ labels }: Scheme): void {
  sheet.replaceSync(labels.map(({ id, hue }) => `.label-${CSS.escape(id)} { --hue: ${hue}; }`).join('\n'))
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet)
}
