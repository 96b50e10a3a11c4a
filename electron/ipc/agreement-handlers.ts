import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { AgreementAnswer, AgreementQuestion } from '#shared/ipc/agreement.ts'
import type { WorkProgress } from '#shared/ipc/exchange.ts'
import { problemOf } from '../library/disk-problem.ts'
import { measureAgreement } from '../review/agreement.ts'
import type { HandlerParts } from './handler-parts.ts'
import type { Handlers } from './wire.ts'

type Parts = Pick<HandlerParts, 'desk' | 'send'>

export function agreementHandlers({
  desk,
  send,
}: Parts): Pick<Handlers, 'agreement:measure' | 'agreement:cancel'> {
  let latest = new AbortController()
  return {
    'agreement:measure': (question) => {
      latest.abort()
      latest = new AbortController()
      return measured({ desk, send }, question, latest.signal)
    },
    'agreement:cancel': () => {
      latest.abort()
      return null
    },
  }
}

/** By what is on the screen. What cannot be saved is told of by whoever saves. */
async function measured(
  { desk, send }: Parts,
  question: AgreementQuestion,
  signal: AbortSignal,
): Promise<Result<AgreementAnswer> | null> {
  await desk.session?.flush()
  if (signal.aborted) return null
  if (!desk.session) return failed('No workspace is open.')
  try {
    const onProgress = nowAndThen((progress) => send('agreement-progress', progress))
    const answer = await measureAgreement(desk.session.workspace, { ...question, signal, onProgress })
    return answer && !signal.aborted ? ok(answer) : null
  } catch (error) {
    return failed(`The agreement could not be measured: ${problemOf(error)}`)
  }
}

const PROGRESS_EVERY_MS = 100

/** Not every step is worth a message. */
function nowAndThen(tell: (progress: WorkProgress) => void): (progress: WorkProgress) => void {
  let last = Date.now()
  return (progress) => {
    if (Date.now() - last < PROGRESS_EVERY_MS) return
    last = Date.now()
    tell(progress)
  }
}
