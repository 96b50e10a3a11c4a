import type { Format } from '#shared/format/interchange/format.ts'

const GROUPS: readonly { readonly title: string; readonly ids: readonly string[] }[] = [
  { title: 'Ours', ids: ['glosswright', 'glosswright-jsonl'] },
  { title: 'For training models', ids: ['spacy', 'conll', 'huggingface'] },
  { title: 'Annotation tools', ids: ['prodigy', 'doccano', 'label-studio', 'brat', 'webanno-tsv'] },
  { title: 'Research tools', ids: ['uima-cas-json', 'uima-xmi', 'w3c', 'refi-qda'] },
  { title: 'Tables', ids: ['csv', 'xlsx'] },
  { title: 'For reading', ids: ['html'] },
]

export type FormatGroup = { readonly title: string; readonly formats: readonly Format[] }

/** Formats by what they are for; those that no group knows come last. */
export function groupedFormats(formats: readonly Format[]): readonly FormatGroup[] {
  const known = new Set(GROUPS.flatMap(({ ids }) => ids))
  const groups = GROUPS.map(({ title, ids }) => ({
    title,
    formats: formats.filter(({ id }) => ids.includes(id)),
  }))
  const others = { title: 'Others', formats: formats.filter(({ id }) => !known.has(id)) }
  return [...groups, others].filter((group) => group.formats.length > 0)
}
