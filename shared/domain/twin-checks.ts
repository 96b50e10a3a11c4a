import { type Annotation, marksTheSame } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { compareText } from './compare-text.ts'
import { type CheckedArticle, editing, type Hint, type Mended } from './hint.ts'
import { referencesMoved, referringTo, withSaid } from './references.ts'
import { labelOf } from './scheme.ts'

/** The same words marked twice with the same label. The hint is about all but the one of which most is said. */
export function twinHints({ scheme, annotations }: CheckedArticle, annotation: Annotation): readonly Hint[] {
  const [best] = [annotation, ...twinsOf(annotations, annotation)].sort(mostSaidFirst)
  if (!best || best === annotation) return []
  const title = labelOf(scheme, annotation.label)?.title ?? annotation.label
  return [
    {
      kind: 'marked-twice',
      ids: [annotation.id, best.id],
      sentence: `These words are marked as ${title} twice.`,
      mend: editing(`Join two of ${title}`, () => joined(annotations, annotation, best)),
    },
  ]
}

/** Those that mark the same as `annotation` does. */
export const twinsOf = (annotations: AnnotationSet, annotation: Annotation): readonly Annotation[] =>
  annotations
    .overlapping(annotation)
    .filter((other) => other.id !== annotation.id && marksTheSame(other, annotation))

const mostSaidFirst = (a: Annotation, b: Annotation): number =>
  saidOf(b) - saidOf(a) || compareText(a.created, b.created) || compareText(a.id, b.id)

const saidOf = ({ roles, attributes, links, actor, note }: Annotation): number =>
  Object.values(roles).flat().length +
  Object.keys(attributes).length +
  (links?.length ?? 0) +
  Number(actor !== undefined) +
  Number(note !== undefined)

/** `gone` goes, and what it says that `kept` does not is said of `kept`. */
function joined(annotations: AnnotationSet, gone: Annotation, kept: Annotation): readonly Mended[] {
  return [...referencesMoved(annotations, gone, kept), { before: kept, after: taking(kept, gone) }]
}

function taking(kept: Annotation, gone: Annotation): Annotation {
  const roles = new Map(Object.entries(kept.roles))
  for (const [role, fillers] of Object.entries(gone.roles))
    roles.set(role, [...(roles.get(role) ?? []), ...fillers])
  const links = [...(kept.links ?? []), ...(gone.links ?? [])].filter(({ to }) => to !== kept.id)
  const actor = kept.actor ?? gone.actor
  const notes = [...new Set([kept.note, gone.note].filter((note) => note !== undefined))]
  const said = withSaid(
    { ...kept, attributes: { ...gone.attributes, ...kept.attributes } },
    Object.fromEntries(roles),
    links,
  )
  return referringTo(
    {
      ...said,
      ...(actor === undefined ? {} : { actor }),
      ...(notes.length > 0 ? { note: notes.join('\n') } : {}),
    },
    gone.id,
    kept.id,
  )
}
