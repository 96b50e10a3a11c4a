import { ipcMain, type WebContents } from 'electron'
import { ARGUMENTS } from '#shared/ipc/arguments.ts'
import { type EventChannel, PRELOAD_REQUESTS, REQUESTS, type RequestChannel } from '#shared/ipc/channels.ts'
import type { Events, Requests } from '#shared/ipc/contract.ts'
import { ORIGIN } from '../renderer-file.ts'

export type Handlers = {
  readonly [C in RequestChannel]: (
    ...args: Requests[C]['args']
  ) => Requests[C]['result'] | Promise<Requests[C]['result']>
}

export type Send = <C extends EventChannel>(channel: C, payload: Events[C]) => void

/** Answers every request of the contract: from our own page's main frame alone, and only once its arguments are parsed. */
export function answerRequests(handlers: Handlers): void {
  for (const channel of [...REQUESTS, ...PRELOAD_REQUESTS]) {
    const handler = handlers[channel] as (...args: unknown[]) => unknown
    ipcMain.handle(channel, (event, ...args) => {
      const frame = event.senderFrame
      if (!frame || frame !== event.sender.mainFrame || !frame.url.startsWith(`${ORIGIN}/`)) {
        throw new Error(`${channel} was refused to a frame that is not the desk`)
      }
      return handler(...(ARGUMENTS[channel].parse(args) as unknown[]))
    })
  }
}

/** Sends events to a page for as long as it is there. */
export function sendTo(contents: () => WebContents | null): Send {
  return (channel, payload) => {
    const page = contents()
    if (page && !page.isDestroyed()) page.send(channel, payload)
  }
}
