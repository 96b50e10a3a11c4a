/** Words in one line that stand for themselves in Markdown. */
export const markdownLine = (words: string): string =>
  words.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>|#~&]/g, '\\$&')
