/** Browsers look at the first kilobyte; pages with long comments at their top are read as well. */
const LOOKED_AT = 4096

/** What a page says in its head that it is written in; undefined where it says nothing. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1')
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)
  const pure = head
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|title)\b[\s\S]*?(?:<\/\1|$)/gi, '')
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(pure)
  const label = meta?.[1] ?? xml?.[1]
  // A page that could be read this far is in no encoding of two bytes a letter, whatever it says.
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label
}
