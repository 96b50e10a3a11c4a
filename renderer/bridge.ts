import type { Bridge } from '#shared/ipc/contract.ts'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

/** The only way out of the renderer. */
export const bridge: Bridge = window.bridge
