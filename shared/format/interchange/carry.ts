import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetArticle } from '../dataset.ts'
import { countBeside, METADATA } from './beside.ts'
import { carriedMarks } from './carried-marks.ts'
import type { Carrying } from './carrying.ts'
import type { Carries } from './format.ts'
import { type LossKind, losingIn } from './losses.ts'
import { countLostSayings } from './lost-sayings.ts'
import { type ActorOf, actorsMeant, keyOf, withoutDangling } from './pointed.ts'

/**
 * An article as a format will hold it: what the format cannot carry is taken out here, before anything is written, and
 * counted by comparing what is left with what was there. So an adapter writes all that it is given, what it reads back must
 * be just that, and what is foretold is what is lost.
 *
 * @returns null where the format cannot hold the article at all. Offsets are code points, as in the dataset.
 */
export function carriedArticle(article: DatasetArticle, carrying: Carrying): DatasetArticle | null {
  const { adapter, tally, options } = carrying
  const { carries } = adapter.format
  const lost = losingIn(article, tally)
  const standing = carriedMarks(article, carrying, lost).map((one) => carriedAnnotation(one, carries))
  const actorOf: ActorOf = carries.roles === 'all' ? actorsMeant(article.annotations) : () => null
  const annotations = [...withoutDangling(standing, actorOf)]
  const carried = { ...article, ...carriedHead(article, carries), annotations }
  const fit = adapter.fit?.(carried, options)
  const isMark = firstPiecesIn(article)
  for (const { kind, annotation } of fit?.lost ?? [])
    if (isMark(annotation)) lost(kind as LossKind, annotation)
  const held = fit ? fit.article && withoutMoreDangling(fit.article, annotations, actorOf) : carried
  countLostSayings(article, held?.annotations ?? [], { carries, actorOf, lost })
  if (!held) tally.add('articles', 1, `“${article.title || article.id}”`)
  else {
    const count = held.annotations.filter(isMark).length
    tally.hold(count)
    countBeside(article, count, { carries, tally })
  }
  return held
}

/** Adapters leave out annotations that others point to. */
function withoutMoreDangling(
  article: DatasetArticle,
  before: readonly AnnotationObject[],
  actorOf: ActorOf,
): DatasetArticle {
  if (article.annotations.length === before.length) return article
  return { ...article, annotations: [...withoutDangling(article.annotations, actorOf)] }
}

/** Of an annotation that is in several pieces now, the first one has its id. */
function firstPiecesIn({ annotations }: DatasetArticle): (annotation: AnnotationObject) => boolean {
  const keys = new Set(annotations.map(({ annotator, id }) => keyOf(annotator, id)))
  return ({ annotator, id }) => keys.has(keyOf(annotator, id))
}

function carriedHead(article: DatasetArticle, carries: Carries): Partial<DatasetArticle> {
  const nothing = Object.fromEntries(METADATA.map((field) => [field, null]))
  return {
    ...(carries.metadata ? {} : nothing),
    boilerplate: carries.boilerplate ? article.boilerplate : [],
    status: carries.status ? article.status : 'new',
  }
}

function carriedAnnotation(annotation: AnnotationObject, carries: Carries): AnnotationObject {
  const { actor, links, note, ...rest } = annotation
  return {
    ...rest,
    roles: carriedRoles(rest.roles, carries),
    attributes: carries.attributes ? rest.attributes : {},
    certainty: carries.certainty ? rest.certainty : 'sure',
    ...(carries.links && links ? { links } : {}),
    ...(carries.actors && actor !== undefined ? { actor } : {}),
    ...(carries.notes && note !== undefined ? { note } : {}),
  }
}

type Roles = AnnotationObject['roles']

function carriedRoles(roles: Roles, carries: Carries): Roles {
  if (carries.roles === 'all') return roles
  if (carries.roles === 'none') return {}
  const kept = Object.entries(roles).map(
    ([role, fillers]) => [role, fillers.filter((filler) => 'mention' in filler)] as const,
  )
  return Object.fromEntries(kept.filter(([, fillers]) => fillers.length > 0))
}
