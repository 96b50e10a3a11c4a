import type { Desk } from '../desk.ts'
import type { Dialogs } from '../dialogs.ts'
import { BroughtWork } from './brought-work.ts'
import type { Handlers, Send } from './wire.ts'

type BroughtChannel = Extract<keyof Handlers, `annotations:${string}`>

export type BroughtHandlerParts = { readonly desk: Desk; readonly dialogs: Dialogs; readonly send: Send }

/** What is asked about annotations that come from elsewhere. */
export function broughtHandlers({
  desk,
  dialogs,
  send,
}: BroughtHandlerParts): Pick<Handlers, BroughtChannel> {
  const work = new BroughtWork(desk, send)
  return {
    'annotations:choose': async (what) => {
      const path = await dialogs.annotations(what)
      return path === null ? null : work.choose(path)
    },
    'annotations:read-as': (format) => work.readAs(format),
    'annotations:take': (choices) => work.take(choices),
    'annotations:cancel': () => {
      work.cancel()
      return null
    },
  }
}
