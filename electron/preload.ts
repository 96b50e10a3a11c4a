import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { EVENTS, REQUESTS } from '#shared/ipc/channels.ts'
import type { Bridge } from '#shared/ipc/contract.ts'

const known = (names: readonly string[], name: string): void => {
  if (!names.includes(name)) throw new Error(`There is no channel ${name}`)
}

const bridge: Bridge = {
  request: async (channel, ...args) => {
    known(REQUESTS, channel)
    return ipcRenderer.invoke(channel, ...args)
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
