import type { FindOptions, Found } from '#shared/domain/find.ts'
import { matchesFrom, type PatternAnswer, type PatternJob } from './pattern-job.ts'
import workerAddress from './pattern-worker.ts?worker&url'

/**
 * A regular expression may run for ever, and nothing stops one from within: so each runs in a worker, beside the desk,
 * which is ended when its time is over. The time begins when the worker does, however long it took to start.
 */
export type PatternSearch = {
  readonly text: string
  readonly source: string
  readonly options: FindOptions
}

const LIMIT_MS = 1_000

export type PatternOutcome =
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'problem'; readonly sentence: string }

const problem = (sentence: string): PatternOutcome => ({ kind: 'problem', sentence })
const TOO_LONG = problem('This pattern took longer than a second and was stopped. Try a simpler one.')
const TOO_COMPLEX = problem('This pattern is too complex to search for. Try a simpler one.')
const BROKEN = problem(
  'The search for this pattern broke down. Change it, or search for the words themselves.',
)

type Running = { readonly worker: Worker; readonly text: string; isBusy: boolean }
let running: Running | null = null

/** Searches for a pattern. The outcome of a search that another one or `stopPatternSearch` cuts short never comes. */
export function searchPattern({ text, source, options }: PatternSearch): Promise<PatternOutcome> {
  if (running?.isBusy || running?.text !== text) stopPatternSearch()
  const isNew = running === null
  const current = running ?? { worker: startWorker(), text, isBusy: true }
  running = current
  current.isBusy = true
  return new Promise((resolve) => {
    let timer = 0
    current.worker.onerror = () => giveUp(current) && resolve(BROKEN)
    current.worker.onmessage = ({ data }: MessageEvent<PatternAnswer>) => {
      if (data.kind === 'begun')
        timer = window.setTimeout(() => giveUp(current) && resolve(TOO_LONG), LIMIT_MS)
      else {
        window.clearTimeout(timer)
        current.isBusy = false
        resolve(outcomeOf(data))
      }
    }
    const job: PatternJob = { text: isNew ? text : null, source, options }
    current.worker.postMessage(job)
  })
}

function outcomeOf(answer: Exclude<PatternAnswer, { readonly kind: 'begun' }>): PatternOutcome {
  if (answer.kind === 'failed') return TOO_COMPLEX
  return { kind: 'found', found: { matches: matchesFrom(answer.edges), hasMore: answer.hasMore } }
}

export function stopPatternSearch(): void {
  running?.worker.terminate()
  running = null
}

/** Stops `search`; false when another one has taken its place, or it was stopped before. */
function giveUp(search: Running): boolean {
  const isRunning = running === search
  if (isRunning) stopPatternSearch()
  return isRunning
}

type ScriptPolicy = { readonly createScriptURL: (address: string) => string }
type ScriptPolicies = { readonly createPolicy: (name: string, policy: ScriptPolicy) => ScriptPolicy }
const { trustedTypes } = globalThis as unknown as { readonly trustedTypes: ScriptPolicies }

/** Our pages start no script that a policy does not vouch for; this one knows a single address. */
let policy: ScriptPolicy | null = null

function startWorker(): Worker {
  policy ??= trustedTypes.createPolicy('pattern-worker', { createScriptURL: () => workerAddress })
  return new Worker(policy.createScriptURL(workerAddress), { type: 'module' })
}
