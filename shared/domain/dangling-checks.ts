import type { Annotation, Filler } from './annotation.ts'
import { type CheckedArticle, editing, type Hint, lowered } from './hint.ts'
import { withSaid } from './references.ts'

/** What an annotation points to and is not there: marks of the article, actors of the registry. */
export function danglingHints(article: CheckedArticle, annotation: Annotation): readonly Hint[] {
  const { scheme, annotations, knowsActor } = article
  const hangs = (filler: Filler): boolean =>
    ('mention' in filler && !annotations.get(filler.mention)) ||
    ('actor' in filler && !knowsActor(filler.actor))
  const roles = Object.entries(annotation.roles).flatMap(([role, fillers]) => {
    const title = scheme.roles.find(({ id }) => id === role)?.title ?? role
    const lost = fillers.find(hangs)
    return lost ? [`The ${lowered(title)} is ${'mention' in lost ? A_MARK : AN_ACTOR}.`] : []
  })
  const links = (annotation.links ?? []).flatMap(({ kind, to }) => {
    const title = scheme.links.find(({ id }) => id === kind)?.title ?? kind
    return annotations.get(to) ? [] : [`The link “${title}” leads to ${A_MARK}.`]
  })
  const { actor } = annotation
  const actors = actor === undefined || knowsActor(actor) ? [] : [`It is linked to ${AN_ACTOR}.`]
  return [...roles, ...links, ...actors].map((sentence) => ({
    kind: 'dangling',
    ids: [annotation.id],
    sentence,
    mend: editing('Take out what is gone', () => [
      { before: annotation, after: withoutDangling(article, annotation) },
    ]),
  }))
}

const A_MARK = 'a mark that is gone'
const AN_ACTOR = 'an actor that is not in the registry'

function withoutDangling({ annotations, knowsActor }: CheckedArticle, annotation: Annotation): Annotation {
  const holds = (filler: Filler): boolean => {
    if ('mention' in filler) return annotations.get(filler.mention) !== undefined
    return 'constant' in filler || knowsActor(filler.actor)
  }
  const roles = Object.entries(annotation.roles).map(([role, list]) => [role, list.filter(holds)] as const)
  const links = annotation.links?.filter(({ to }) => annotations.get(to))
  const { actor, ...rest } = withSaid(annotation, Object.fromEntries(roles), links)
  return actor === undefined || !knowsActor(actor) ? rest : { ...rest, actor }
}
