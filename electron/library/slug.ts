const MAX = 48

/** The beginning of an article's id: its title in `a-z0-9-`, at most 48 characters, cut behind a word. */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '')
  let slug = (words.shift() ?? 'article').slice(0, MAX)
  for (const word of words) {
    if (slug.length + 1 + word.length > MAX) break
    slug += `-${word}`
  }
  return slug
}
