import type { Filler } from '#shared/domain/annotation.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'

type AnnotationObject = DatasetArticle['annotations'][number]

/** An article's annotations for people: below each what is said of it. */
export function annotationLines({ annotations }: DatasetArticle): readonly string[] {
  const texts = new Map(annotations.map((one) => [keyOf(one.annotator, one.id), one.text]))
  return annotations.flatMap((annotation) => {
    const { label, text, annotator, actor, attributes, roles, links = [], certainty, note } = annotation
    const textOf = (id: string) => quoted(texts.get(keyOf(annotator, id)) ?? id)
    return [
      `${label}: ${text} (${annotator})`,
      ...(actor === undefined ? [] : [`  actor: ${actor}`]),
      ...rolesIn(roles, textOf),
      ...Object.entries(attributes).map(([attribute, value]) => `  ${attribute}: ${value}`),
      ...links.map(({ kind, to }) => `  ${kind}: ${textOf(to)}`),
      ...(certainty === 'unsure' ? ['  unsure'] : []),
      ...(note === undefined ? [] : [`  note: ${note.replace(/\s+/gu, ' ')}`]),
    ]
  })
}

function rolesIn(roles: AnnotationObject['roles'], textOf: (id: string) => string): readonly string[] {
  const told = (filler: Filler): string => {
    if ('mention' in filler) return textOf(filler.mention)
    return 'actor' in filler ? filler.actor : filler.constant
  }
  return Object.entries(roles).map(([role, fillers]) => `  ${role}: ${fillers.map(told).join(', ')}`)
}

const keyOf = (annotator: string, id: string): string => JSON.stringify([annotator, id])

const quoted = (text: string): string => `“${text.replace(/\s+/gu, ' ')}”`
