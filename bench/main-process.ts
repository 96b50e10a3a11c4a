import type { ElectronApplication } from '@playwright/test'

/** What the main process and its children cost while something runs. */
export type Watched = {
  /** Milliseconds of the longest time that the main process answered nothing. */
  readonly block: number
  /** Megabytes in memory, the most that were seen. */
  readonly main: number
  readonly parser: number
}

const READER = 'Glosswright file reader'
const LOOK_EVERY_MS = 250

/** Begins to watch; answers with what ends the watching. */
export async function watchMainProcess(app: ElectronApplication): Promise<() => Promise<Watched>> {
  await app.evaluate(
    ({ app: electron }, { reader, every }) => {
      const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
      const delays = monitorEventLoopDelay({ resolution: 5 })
      delays.enable()
      const seen = { main: 0, parser: 0 }
      const look = () => {
        for (const { type, name, memory } of electron.getAppMetrics()) {
          if (type === 'Browser') seen.main = Math.max(seen.main, memory.workingSetSize)
          if (name === reader) seen.parser = Math.max(seen.parser, memory.workingSetSize)
        }
      }
      const timer = setInterval(look, every)
      Reflect.set(globalThis, 'watched', () => {
        clearInterval(timer)
        delays.disable()
        return { block: delays.max / 1e6, main: seen.main / 1000, parser: seen.parser / 1000 }
      })
    },
    { reader: READER, every: LOOK_EVERY_MS },
  )
  return () => app.evaluate(() => Reflect.get(globalThis, 'watched')())
}
