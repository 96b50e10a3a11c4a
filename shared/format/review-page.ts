/**
 * The HTML of a review file: a page that holds its own script, style and data, and can load nothing. The browser runs the
 * one script and uses the one style whose hashes stand in the page’s policy, so that nothing which an article, a name or a
 * note may hold can ever act as either; and they come as data, in which no tag can end.
 */
export type PageAssets = { readonly script: string; readonly style: string }

export type ReviewPageParts = {
  readonly title: string
  /** JSON of `ReviewPageData`. */
  readonly data: string
  /** Of the data, in hexadecimal. */
  readonly hash: string
  /** By index of the scheme’s labels. */
  readonly hues: readonly number[]
  readonly assets: PageAssets
}

/** The element that holds the data, by its id, and its attribute with the data’s hash. */
export const DATA_ELEMENT = 'review-data'

/** @param sha256 in base64, of the text in UTF-8. */
export function reviewPage(parts: ReviewPageParts, sha256: (text: string) => string): string {
  const script = unbroken(parts.assets.script, 'script')
  const style = unbroken(`${parts.assets.style}\n${hueRules(parts.hues)}`, 'style')
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${sha256(script)}'`,
    `style-src 'sha256-${sha256(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapedHtml(parts.title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<noscript><p>${NO_SCRIPT}</p></noscript>`,
    `<script type="application/json" id="${DATA_ELEMENT}" data-hash="${escapedHtml(parts.hash)}">${inertJson(parts.data)}</script>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const NO_SCRIPT =
  'This review file needs a browser that runs its own script. It loads nothing and sends nothing anywhere.'

/** JSON in which no tag, comment or line can end; the same value for whoever parses it. */
export const inertJson = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

export const escapedHtml = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const hueRules = (hues: readonly number[]): string =>
  hues.map((hue, index) => `.label-${index} { --hue: ${Number(hue)}; }`).join('\n')

/** Ours, as it was built. What would end its element, or be read as other characters, would change its hash. */
function unbroken(text: string, element: 'script' | 'style'): string {
  if (text.includes('\0') || text.includes('\r') || new RegExp(`</${element}|<!--`, 'i').test(text)) {
    throw new Error(`The ${element} of review files cannot be put into a page`)
  }
  return text
}
