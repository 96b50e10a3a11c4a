import type { Article } from '#shared/domain/article.ts'
import type { Boilerplate } from '#shared/domain/boilerplate.ts'
import { KeptHints } from '#shared/domain/kept-hints.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import type { UnitedRegistry } from '#shared/domain/united-registry.ts'
import { atRest } from './at-rest.ts'
import { knownActor } from './checking.ts'
import { type DeskState, desk, noHinted, schemeOf } from './desk.ts'
import { standingOf } from './standing.ts'

/**
 * Keeps the desk told which annotations of the open article have hints. That is found out when the analyst rests, a few
 * milliseconds at a time: after an edit for what the edit touched, and for all of the article only when it is opened or
 * the scheme or the actors are other ones.
 */
export function keepHinted(): void {
  const { soon } = atRest(REST_MS, look)
  desk.subscribe((now, before) => {
    if (now.open?.article !== before.open?.article && now.hinted.size > 0) desk.setState({ hinted: noHinted })
    if (isOther(now, before)) soon()
  })
}

const REST_MS = 250
const SLICE_MS = 8

const isOther = (now: DeskState, before: DeskState): boolean =>
  now.open?.record.annotations !== before.open?.record.annotations ||
  now.open?.article !== before.open?.article ||
  now.open?.record.earlier !== before.open?.record.earlier ||
  now.open?.record.corrections !== before.open?.record.corrections ||
  now.cleaning !== before.cleaning ||
  now.registry.united !== before.registry.united ||
  now.workspace?.scheme !== before.workspace?.scheme

type Kept = {
  readonly article: Article
  readonly boilerplate: readonly Boilerplate[]
  /** Id of the article of which it is a newer version. */
  readonly earlierId: string | undefined
  readonly scheme: Scheme
  readonly actors: UnitedRegistry['actors']
  readonly hints: KeptHints
}
let kept: Kept | null = null

function look(): void {
  const state = desk.getState()
  if (!state.open) {
    kept = null
    return
  }
  const { annotations, earlier } = state.open.record
  if (kept && isStill(kept, state)) kept.hints.follow(annotations, earlier)
  else kept = startedWith(state)
  requestIdleCallback(work, { timeout: 500 })
}

function startedWith(state: DeskState): Kept | null {
  const { open, registry } = state
  if (!open) return null
  const { article, text, record } = open
  const scheme = schemeOf(state)
  const { boilerplate } = standingOf(open, state)
  const { earlier } = record
  const frame = { scheme, text, boilerplate, earlier, knowsActor: knownActor(state) }
  return {
    ...{ article, scheme, boilerplate, earlierId: earlier?.article, actors: registry.united.actors },
    hints: new KeptHints(frame, record.annotations),
  }
}

/** Which actors there are counts, not what is said of them. */
function isStill({ article, boilerplate, earlierId, scheme, actors }: Kept, state: DeskState): boolean {
  const now = state.registry.united.actors
  const areSame =
    now === actors || (now.size === actors.size && [...now.keys()].every((id) => actors.has(id)))
  const { open } = state
  if (open?.article !== article || standingOf(open, state).boilerplate !== boilerplate) return false
  return schemeOf(state) === scheme && areSame && open.record.earlier?.article === earlierId
}

function work(): void {
  const until = performance.now() + SLICE_MS
  const current = kept
  if (!current || desk.getState().open?.article !== current.article) return
  if (current.hints.work(() => performance.now() > until)) tell(current.hints.hinted)
  else requestIdleCallback(work, { timeout: 500 })
}

function tell(hinted: ReadonlySet<string>): void {
  const before = desk.getState().hinted
  const isSame = before.size === hinted.size && [...hinted].every((id) => before.has(id))
  if (!isSame) desk.setState({ hinted })
}
