import { setTimeout } from 'node:timers/promises'
import type { RunningApp } from '../e2e/running-app.ts'

/** Milliseconds until an element has text and the frame with it is painted; `stay` is how long the app is open then. */
export async function timeToText(
  start: () => Promise<RunningApp>,
  selector: string,
  stay = 0,
): Promise<number> {
  const started = Date.now()
  const { page, close } = await start()
  const painted = await page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
        const look = () =>
          document.querySelector(wanted)?.textContent
            ? channel.port2.postMessage(null)
            : requestAnimationFrame(look)
        requestAnimationFrame(look)
      }),
    selector,
  )
  await setTimeout(stay)
  await close()
  return painted - started
}
