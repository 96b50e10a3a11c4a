import type { Annotation } from '#shared/domain/annotation.ts'
import { hintsFor } from '#shared/domain/checks.ts'
import type { CheckedArticle, Hint } from '#shared/domain/hint.ts'
import { KeptLinkTargets } from '#shared/domain/link-targets.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import { type DeskState, type OpenArticle, schemeOf } from './desk.ts'
import { noRegistry } from './open-registry.ts'
import { selectedAnnotation } from './selecting.ts'
import { standingOf } from './standing.ts'

/** The live checks of what is selected or in sight: one annotation at a time, whatever else is in the article. */

type Checkable = Pick<DeskState, 'open' | 'registry' | 'workspace' | 'cleaning'>

const NONE: readonly Hint[] = []

/** What there is to say of an annotation of the open article; the same list as long as nothing has changed. */
export function hintsOf(state: Checkable, annotation: Annotation): readonly Hint[] {
  const article = checked(state)
  if (!article) return NONE
  const known = hints.get(annotation)
  if (known?.article === article) return known.list
  const found = hintsFor(article, annotation)
  const list = found.length === 0 ? NONE : found
  hints.set(annotation, { article, list })
  return list
}
const hints = new WeakMap<Annotation, { readonly article: CheckedArticle; readonly list: readonly Hint[] }>()

export function hintsOfSelected(state: Checkable): readonly Hint[] {
  const annotation = selectedAnnotation(state.open)
  return annotation ? hintsOf(state, annotation) : NONE
}

/** Until the registry is read, nobody is missed in it. */
export const knownActor = ({ registry }: Pick<DeskState, 'registry'>): CheckedArticle['knowsActor'] =>
  registry === noRegistry ? () => true : (id) => registry.united.actors.has(id)

let latest: { readonly of: Checkable; readonly article: CheckedArticle } | null = null

function checked({ open, registry, workspace, cleaning }: Checkable): CheckedArticle | null {
  if (!open) return null
  const isStill =
    latest?.of.open?.record.annotations === open.record.annotations &&
    latest.of.open.article === open.article &&
    latest.article.earlier === open.record.earlier &&
    latest.article.boilerplate === standingOf(open, { cleaning }).boilerplate &&
    latest.of.registry === registry &&
    latest.of.workspace === workspace
  if (!latest || !isStill)
    latest = {
      of: { open, registry, workspace, cleaning },
      article: checkedNow(open, { registry, workspace, cleaning }),
    }
  return latest.article
}

function checkedNow(open: OpenArticle, state: Omit<Checkable, 'open'>): CheckedArticle {
  const { text, record } = open
  const scheme = schemeOf(state)
  return {
    scheme,
    text,
    boilerplate: standingOf(open, state).boilerplate,
    annotations: record.annotations,
    linkTargets: targetsIn(open, scheme).among(record.annotations),
    knowsActor: knownActor(state),
    earlier: record.earlier,
  }
}

type Kept = { readonly article: object; readonly scheme: Scheme; readonly targets: KeptLinkTargets }
let kept: Kept | null = null

function targetsIn({ article, record }: OpenArticle, scheme: Scheme): KeptLinkTargets {
  if (kept?.article !== article || kept.scheme !== scheme)
    kept = { article, scheme, targets: new KeptLinkTargets(scheme, record.annotations) }
  return kept.targets
}
