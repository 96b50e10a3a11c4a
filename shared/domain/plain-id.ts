/**
 * An id made of a name: of what is no letter or digit nothing is left but a hyphen. `otherwise` is what a name without any
 * becomes, and `taken` says which ids are somebody else's.
 */
export function plainId(name: string, otherwise: string, taken: (id: string) => boolean): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  const base = Array.from(plain).slice(0, LONGEST_ID).join('') || otherwise
  let id = base
  for (let n = 2; taken(id); n++) id = `${base}-${n}`
  return id
}

const LONGEST_ID = 60
