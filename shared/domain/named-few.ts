const FEW = 20

/** “a.doc, b.png and 3 more”: the first of the names, and how many there are besides. */
export function namedFew(names: readonly string[]): string {
  const more = names.length - FEW
  return more > 0 ? `${names.slice(0, FEW).join(', ')} and ${more} more` : names.join(', ')
}
