import type { CDPSession, Page } from '@playwright/test'

/** What the renderer's main thread and heap have to say of themselves. */
export class MainThread {
  readonly #session: CDPSession

  private constructor(session: CDPSession) {
    this.#session = session
  }

  static async of(page: Page): Promise<MainThread> {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new MainThread(session)
  }

  /** Milliseconds of processor time that it has had since the page was loaded; other processes do not count. */
  async busy(): Promise<number> {
    return 1_000 * (await this.#metric('TaskDuration'))
  }

  /** Megabytes of JS heap in use after a collection. */
  async heap(): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage')
    return (await this.#metric('JSHeapUsedSize')) / 1_000_000
  }

  async #metric(name: string): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics')
    return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  }
}

/** Begins to watch the page's tasks; answers with what tells the milliseconds of the longest above 50, or 0. */
export async function watchLongTasks(page: Page): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle(() => {
    const seen = { longest: 0 }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
    }).observe({ type: 'longtask' })
    return seen
  })
  return () => watch.evaluate(({ longest }) => longest)
}
