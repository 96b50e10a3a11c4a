import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { EVENTS, REQUESTS } from '#shared/ipc/channels.ts'
import type { Bridge, Desk } from '#shared/ipc/contract.ts'

const known = (names: readonly string[], name: string): void => {
  if (!names.includes(name)) throw new Error(`There is no channel ${name}`)
}

const askToStart = (): Promise<Desk> => ipcRenderer.invoke('desk:start')

// Asked for while the page's own script is still being read, which then finds the answer here.
let start: Promise<Desk> | null = askToStart()
// Whoever asks for it hears of it.
start.catch(() => undefined)

function takeStart(): Promise<Desk> {
  // So early it may be refused, when the page is not yet known to be the window's.
  const answer = start?.catch(askToStart) ?? askToStart()
  start = null
  return answer
}

const bridge: Bridge = {
  request: async (channel, ...args) => {
    known(REQUESTS, channel)
    return channel === 'desk:start' ? takeStart() : ipcRenderer.invoke(channel, ...args)
  },
  listen: (channel, listener) => {
    known(EVENTS, channel)
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload)
    ipcRenderer.on(channel, forward)
    return () => ipcRenderer.off(channel, forward)
  },
  importDropped: (files) => {
    const paths = files.map((file) => webUtils.getPathForFile(file as File)).filter(Boolean)
    return ipcRenderer.invoke('articles:import-dropped', paths)
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)
