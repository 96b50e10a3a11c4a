import { isMergeable } from '../merging/colleague.ts'
import type { HandlerParts } from './handler-parts.ts'
import { MergeWork } from './merge-work.ts'
import type { Handlers } from './wire.ts'

type MergeChannel = Extract<keyof Handlers, `merge:${string}`>

/** What is asked about a colleague's work that shall become part of this workspace. */
export function mergeHandlers({ desk, dialogs, dropped, send }: HandlerParts): Pick<Handlers, MergeChannel> {
  const work = new MergeWork(desk, send)
  dropped.takeBy({ recognises: isMergeable, take: (paths) => work.offer(paths) })
  return {
    'merge:choose': async (what) => {
      const path = await dialogs.colleague(what)
      return path === null ? null : work.choose(path)
    },
    'merge:take': (choices) => work.take(choices),
    'merge:cancel': () => {
      work.cancel()
      return null
    },
  }
}
