import path from 'node:path'
import { failed, type Result } from '#shared/domain/result.ts'
import type { AnswersPreview } from '#shared/ipc/review-file.ts'
import { isAnswersFile } from '../review/answers-file.ts'
import type { HandlerParts } from './handler-parts.ts'
import { ReviewFileWork } from './review-file-work.ts'
import type { Handlers } from './wire.ts'

const ONE_AT_A_TIME = 'These are the answers of several reviews; please drop them one after the other.'

/** What is asked about offline review files and their answers. */
export function reviewFileHandlers({
  desk,
  dialogs,
  documents,
  dropped,
  send,
}: HandlerParts): Pick<Handlers, 'review-file:make' | 'review-file:choose' | 'review-file:take'> {
  const work = new ReviewFileWork(desk)
  const offered = ([first = '', ...more]: readonly string[]): Promise<Result<AnswersPreview>> =>
    more.length > 0 ? Promise.resolve(failed(ONE_AT_A_TIME)) : work.choose(first)
  dropped.takeBy({
    recognises: isAnswersFile,
    take: async (paths) => send('answers-offered', await offered(paths)),
  })
  return {
    'review-file:make': async (settings) => {
      if (!desk.session) return failed('No workspace is open.')
      const { name } = desk.session.workspace.manifest
      const words = name.replace(/[^\p{L}\p{N} _-]+/gu, ' ').trim() || 'articles'
      const out = await dialogs.reviewFile(path.join(documents, `Review of ${words}.html`))
      return out === null ? null : work.make(settings, out)
    },
    'review-file:choose': async () => {
      const file = await dialogs.answersFile()
      return file === null ? null : work.choose(file)
    },
    'review-file:take': (reviewer) => work.take(reviewer),
  }
}
