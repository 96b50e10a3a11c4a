import { findPattern } from '#shared/domain/find-pattern.ts'
import { edgesOf, type PatternAnswer, type PatternJob } from './pattern-job.ts'

let text = ''

const answer = (message: PatternAnswer): void => self.postMessage(message)

self.onmessage = ({ data }: MessageEvent<PatternJob>) => {
  text = data.text ?? text
  answer({ kind: 'begun' })
  try {
    const found = findPattern(text, data.source, data.options)
    answer({ kind: 'found', edges: edgesOf(found), hasMore: found.hasMore })
  } catch {
    answer({ kind: 'failed' }) // The engine gives up on a pattern that is too large or goes too deep.
  }
}
