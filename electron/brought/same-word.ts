type Named = { readonly id: string; readonly title: string }

/** The item that `name` means: by its id, else by its id or title without regard to case, spaces and hyphens. */
export function namedItem<T extends Named>(items: readonly T[], name: string): T | undefined {
  const word = plainWord(name)
  return (
    items.find(({ id }) => id === name) ??
    items.find(({ id, title }) => word !== '' && [id, title].map(plainWord).includes(word))
  )
}

export const plainWord = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim()
