import { failed } from '#shared/domain/result.ts'
import type { Desk } from '../desk.ts'
import type { Handlers, Send } from './wire.ts'

type OccurrenceChannel = Extract<keyof Handlers, `occurrences:${string}`>

export type OccurrenceHandlerParts = { readonly desk: Desk; readonly send: Send }

/** Marking all occurrences of a name. */
export function occurrenceHandlers({
  desk,
  send,
}: OccurrenceHandlerParts): Pick<Handlers, OccurrenceChannel> {
  return {
    'occurrences:find': async (sought) =>
      (await desk.session?.propagation.find(sought, (progress) => send('occurrences-progress', progress))) ??
      null,
    'occurrences:cancel': () => {
      desk.session?.propagation.cancel()
      return null
    },
    'occurrences:mark': async (sought, chosen) => {
      const { session } = desk
      if (!session) return failed('No workspace is open.')
      if (!session.canWrite) return failed('This workspace can only be read, so nothing was marked.')
      return session.propagation.mark(sought, chosen)
    },
  }
}
