import { failed } from '#shared/domain/result.ts'
import type { Handlers } from './wire.ts'

type BroughtChannel = Extract<keyof Handlers, `annotations:${string}`>

const TO_COME = 'Importing annotations is to come.'

/** What is asked about annotations that come from elsewhere. */
export function broughtHandlers(): Pick<Handlers, BroughtChannel> {
  return {
    'annotations:choose': () => failed(TO_COME),
    'annotations:read-as': () => failed(TO_COME),
    'annotations:take': () => failed(TO_COME),
    'annotations:cancel': () => null,
  }
}
