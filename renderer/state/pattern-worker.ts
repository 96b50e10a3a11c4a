import { findPattern } from '#shared/domain/find-pattern.ts'
import type { PatternAnswer, PatternJob } from './pattern-job.ts'

let text = ''

const answer = (message: PatternAnswer): void => self.postMessage(message)

self.onmessage = ({ data }: MessageEvent<PatternJob>) => {
  text = data.text ?? text
  answer({ kind: 'begun' })
  try {
    answer({ kind: 'found', found: findPattern(text, data.source, data.options) })
  } catch {
    answer({ kind: 'problem', sentence: 'This pattern is too complex to search for. Try a simpler one.' })
  }
}
