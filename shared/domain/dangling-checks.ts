import type { Annotation, Filler } from './annotation.ts'
import { type CheckedArticle, editing, type Hint, lowered } from './hint.ts'
import { mayCome } from './lost-marks.ts'
import { withSaid } from './references.ts'

/** What an annotation points to and is not there: marks of the article, actors of the registry. */
export function danglingHints(article: CheckedArticle, annotation: Annotation): readonly Hint[] {
  const { scheme, knowsActor } = article
  const isGone = goneFrom(article)
  const hangs = (filler: Filler): boolean =>
    ('mention' in filler && isGone(filler.mention)) || ('actor' in filler && !knowsActor(filler.actor))
  const roles = Object.entries(annotation.roles).flatMap(([role, fillers]) => {
    const title = scheme.roles.find(({ id }) => id === role)?.title ?? role
    const lost = fillers.find(hangs)
    return lost ? [`The ${lowered(title)} is ${'mention' in lost ? A_MARK : AN_ACTOR}.`] : []
  })
  const links = (annotation.links ?? []).flatMap(({ kind, to }) => {
    const title = scheme.links.find(({ id }) => id === kind)?.title ?? kind
    return isGone(to) ? [`The link “${title}” leads to ${A_MARK}.`] : []
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

/** Whether a mark is not there, and will not come either. */
const goneFrom =
  ({ annotations, earlier }: CheckedArticle) =>
  (id: string): boolean =>
    !annotations.get(id) && !mayCome(earlier, id)

function withoutDangling(article: CheckedArticle, annotation: Annotation): Annotation {
  const { knowsActor } = article
  const isGone = goneFrom(article)
  const holds = (filler: Filler): boolean => {
    if ('mention' in filler) return !isGone(filler.mention)
    return 'constant' in filler || knowsActor(filler.actor)
  }
  const roles = Object.entries(annotation.roles).map(([role, list]) => [role, list.filter(holds)] as const)
  const links = annotation.links?.filter(({ to }) => !isGone(to))
  const { actor, ...rest } = withSaid(annotation, Object.fromEntries(roles), links)
  return actor === undefined || !knowsActor(actor) ? rest : { ...rest, actor }
}
