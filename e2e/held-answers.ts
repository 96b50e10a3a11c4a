import type { ElectronApplication } from '@playwright/test'

type Handler = (...args: readonly unknown[]) => unknown

/** Lets the main process begin with nothing that is asked for on a channel, until the test lets it go on. */
export async function holdBack(app: ElectronApplication, channel: string): Promise<() => Promise<void>> {
  await app.evaluate(({ ipcMain }, name) => {
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, Handler>
    const handler = handlers.get(name) as Handler
    const released = new Promise<void>((resolve) => Reflect.set(globalThis, `release ${name}`, resolve))
    handlers.set(name, async (...args) => {
      await released
      return handler(...args)
    })
  }, channel)
  return () => app.evaluate((_, name) => Reflect.get(globalThis, `release ${name}`)(), channel)
}

/** Has all that is asked for on a channel refused. */
export const refuse = (app: ElectronApplication, channel: string, sentence: string): Promise<void> =>
  app.evaluate(
    ({ ipcMain }, [name, said]) => {
      const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, Handler>
      handlers.set(name, async () => ({ ok: false, problem: { sentence: said } }))
    },
    [channel, sentence] as const,
  )
