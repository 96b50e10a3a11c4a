import { failed } from '#shared/domain/result.ts'
import type { Handlers } from './wire.ts'

type ExportChannel = Extract<keyof Handlers, `export:${string}` | `preset:${string}`>

const TO_COME = 'Exporting is to come.'

/** What is asked about exports. */
export function exportHandlers(): Pick<Handlers, ExportChannel> {
  return {
    'export:choices': () => failed(TO_COME),
    'export:preview': () => failed(TO_COME),
    'export:run': () => failed(TO_COME),
    'export:cancel': () => null,
    'preset:save': () => failed(TO_COME),
    'preset:remove': () => failed(TO_COME),
  }
}
