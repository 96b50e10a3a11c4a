import type { Annotation } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import type { Article } from './article.ts'
import { danglingHints } from './dangling-checks.ts'
import { boilerplateHints, edgeHints } from './extent-checks.ts'
import { type CheckedArticle, editing, type Hint, lowered } from './hint.ts'
import { expectedLinks, KeptLinkTargets, targetsOf } from './link-targets.ts'
import type { Earlier } from './record.ts'
import { isMention, type LinkKind, rolesOf, type Scheme } from './scheme.ts'
import { twinHints } from './twin-checks.ts'

/**
 * The live checks: what in an article is probably not finished or not meant. Everything that is asked of an annotation
 * comes from the scheme, and each is checked by itself, by looking at no more than what overlaps it and what it points to.
 */
const CHECKS: readonly ((article: CheckedArticle, annotation: Annotation) => readonly Hint[])[] = [
  danglingHints,
  twinHints,
  boilerplateHints,
  edgeHints,
  roleHints,
  actorHints,
  linkHints,
]

/** What there is to say of one annotation of the article. */
export const hintsFor = (article: CheckedArticle, annotation: Annotation): readonly Hint[] =>
  CHECKS.flatMap((check) => check(article, annotation))

/** What there is to say of all annotations of the article, in reading order. */
export const hintsIn = (article: CheckedArticle): readonly Hint[] =>
  [...article.annotations].flatMap((annotation) => hintsFor(article, annotation))

type Parts = {
  readonly scheme: Scheme
  readonly article: Pick<Article, 'boilerplate'>
  readonly text: string
  readonly annotations: AnnotationSet
  readonly knowsActor: (id: string) => boolean
  readonly earlier: Earlier | null
}

/** An article for being checked once. */
export const checkedArticle = ({
  scheme,
  article,
  text,
  annotations,
  knowsActor,
  earlier,
}: Parts): CheckedArticle => ({
  scheme,
  text,
  boilerplate: article.boilerplate,
  annotations,
  knowsActor,
  earlier,
  linkTargets: new KeptLinkTargets(scheme, annotations).among(annotations),
})

function roleHints({ scheme }: CheckedArticle, { id, label, roles }: Annotation): readonly Hint[] {
  return rolesOf(scheme, label)
    .filter((role) => role.isEssential && !isFilled(roles, role.id))
    .map((role) => ({
      kind: 'role-empty',
      ids: [id],
      sentence: `Nobody is named as ${lowered(role.title)}.`,
      mend: { kind: 'fill', role: role.id },
    }))
}

const isFilled = (roles: Annotation['roles'], role: string): boolean =>
  Object.hasOwn(roles, role) && roles[role]?.length !== 0

function actorHints({ scheme }: CheckedArticle, { id, label, actor }: Annotation): readonly Hint[] {
  if (actor !== undefined || !isMention(scheme, label)) return []
  const mend = { kind: 'find-actor' } as const
  return [{ kind: 'not-linked', ids: [id], sentence: 'This is not linked to an actor yet.', mend }]
}

function linkHints(article: CheckedArticle, annotation: Annotation): readonly Hint[] {
  const missing = expectedLinks(article.scheme, annotation).filter(
    ({ id }) => !annotation.links?.some(({ kind }) => kind === id),
  )
  return missing.flatMap((link) => linkHint(article, annotation, link) ?? [])
}

/** A link can be made at once where there is one thing that it can lead to. */
function linkHint({ linkTargets }: CheckedArticle, annotation: Annotation, link: LinkKind): Hint | null {
  const targets = targetsOf(linkTargets, annotation.label, link)
  if (targets.size === 0) return null
  const [only] = targets.size === 1 ? targets.keys() : []
  const links = (to: string) => [...(annotation.links ?? []), { kind: link.id, to }]
  return {
    kind: 'link-expected',
    ids: [annotation.id, ...(only === undefined ? [] : [only])],
    sentence: `The link “${link.title}” is expected with “${link.expectedWith?.value}”.`,
    mend:
      only === undefined
        ? { kind: 'link', link: link.id }
        : editing(link.title, () => [{ before: annotation, after: { ...annotation, links: links(only) } }]),
  }
}
