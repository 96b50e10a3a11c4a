import { listAnnotators } from '#electron/library/catalogue.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { Breath } from '#electron/survey/breath.ts'
import { listed } from '#shared/domain/listed.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { AgreementAnswer, AgreementQuestion } from '#shared/ipc/agreement.ts'
import type { WorkProgress } from '#shared/ipc/exchange.ts'
import { agreementSteps } from '#shared/review/agreement.ts'
import type { AgreementReport } from '#shared/review/agreement-report.ts'
import type { Codings } from '#shared/review/codings.ts'
import { readActorMeant } from './actor-meant.ts'
import { type CodingsShelf, codingsIn, comparedAnnotators } from './codings.ts'

export type AgreementWish = AgreementQuestion & {
  readonly signal: AbortSignal
  /** Articles that are read; nothing of nothing once all of them are, and nobody knows how long the rest takes. */
  readonly onProgress: (progress: WorkProgress) => void
}

/**
 * Measures how far annotators agree, by what is on the disk; everything else goes on meanwhile. Null when it was cancelled.
 * Throws system errors.
 */
export async function measureAgreement(
  workspace: Workspace,
  wish: AgreementWish,
): Promise<AgreementAnswer | null> {
  const annotators = await listAnnotators(workspace)
  const nothing = (sentence: string): AgreementAnswer => ({
    annotators,
    report: failed(sentence),
    unread: [],
  })
  const compared = await comparedAnnotators(workspace, wish.annotators)
  if (!compared.ok) return nothing(compared.problem.sentence)
  if (compared.value.length < 2) return nothing(tooFew(compared.value))
  const work = new Measuring(workspace, compared.value, wish)
  const report = await work.report()
  return report && { annotators, report, unread: work.unread }
}

const tooFew = ([name]: readonly string[]): string =>
  name === undefined
    ? 'Nobody has marked anything in this workspace yet; agreement needs two annotators who have opened the same article.'
    : `There is one annotator to look at, “${name}”; agreement needs two who have opened the same article.`

/** One question, answered by and by. */
class Measuring {
  readonly unread: string[] = []
  readonly #workspace: Workspace
  readonly #annotators: readonly string[]
  readonly #wish: AgreementWish
  readonly #breath = new Breath()

  constructor(workspace: Workspace, annotators: readonly string[], wish: AgreementWish) {
    this.#workspace = workspace
    this.#annotators = annotators
    this.#wish = wish
  }

  async report(): Promise<Result<AgreementReport> | null> {
    const { seed, annotators: named } = this.#wish
    const shelf = await codingsIn(this.#workspace, { annotators: this.#annotators, fewest: 2 })
    const { actorMeant, unread } = await readActorMeant(this.#workspace)
    this.unread.push(...unread)
    const feed = new Feed(this.#read(shelf))
    const annotators = named ? this.#annotators : shelf.sharing
    const report = await this.#finished(agreementSteps(feed, { annotators, seed, actorMeant }), feed)
    if (!report) return null
    return report.articles === 0 ? failed(noneInCommon(this.#annotators)) : ok(report)
  }

  async *#read({ total, articles }: CodingsShelf): AsyncGenerator<Codings> {
    let done = 0
    for await (const { codings, unread } of articles()) {
      this.unread.push(...unread)
      if (codings) yield codings
      this.#wish.onProgress({ done: ++done, total })
    }
    this.#wish.onProgress({ done: 0, total: 0 })
  }

  async #finished(steps: Iterator<void, AgreementReport>, feed: Feed): Promise<AgreementReport | null> {
    for (;;) {
      await feed.fill()
      await this.#breath.ifDue()
      if (this.#wish.signal.aborted) return null
      const step = steps.next()
      if (step.done) return step.value
    }
  }
}

const MOST_NAMED = 5

function noneInCommon(annotators: readonly string[]): string {
  const who = annotators.length <= MOST_NAMED ? listed(annotators) : `the ${annotators.length} annotators`
  return `No article has been opened by two of ${who}, so there is nothing to compare.`
}

/**
 * Articles that are read by and by, for one who takes them at once: between two pieces of work at most one is taken, and
 * that one is there.
 */
class Feed implements Iterable<Codings> {
  readonly #source: AsyncIterator<Codings>
  #next: Codings | null = null
  #hasEnded = false

  constructor(source: AsyncIterator<Codings>) {
    this.#source = source
  }

  /** Resolves once there is an article to take, or none any more. */
  async fill(): Promise<void> {
    if (this.#next || this.#hasEnded) return
    const read = await this.#source.next()
    if (read.done) this.#hasEnded = true
    else this.#next = read.value
  }

  *[Symbol.iterator](): Iterator<Codings> {
    while (!this.#hasEnded) {
      const next = this.#next
      if (!next) throw new Error('Two articles were taken in one piece of work')
      this.#next = null
      yield next
    }
  }
}
