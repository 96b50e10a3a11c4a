const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A bare one would be read as a line feed.
  '\r': '&#13;',
  // HTML has no place for it, in no spelling.
  '\u0000': '\ufffd',
}

/** Text as HTML has it, in elements and in quoted attributes alike; read back it is the same, but for U+0000. */
export const escaped = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is the one that has to go
  text.replace(/[&<>"\r\u0000]/g, (character) => REFERENCES[character] ?? character)
