import type { Page } from '@playwright/test'

/**
 * How long it takes from an input to the frame that shows its effect, taken inside the page: from the time stamp that
 * Chromium gives the trusted event, to a message that is posted in the first animation frame in which the effect is in
 * the document, and so arrives once the main thread has done that frame's style, layout and paint. What the compositor
 * still does then (raster, display) is not in it.
 *
 * Frames are asked for only from the event on, since a page that animates all the time would make every input wait for
 * the next of its frames.
 */
export type Awaited =
  /** An article with this title and marks in its text. */
  | { readonly kind: 'article'; readonly title: string }
  /** Other articles than before are listed. */
  | { readonly kind: 'articles' }
  /** Other occurrences than before are shown to choose from. */
  | { readonly kind: 'occurrences' }
  /** Another mark than before is drawn as the selected one, or none any more. */
  | { readonly kind: 'mark' }
  /** The browser's selection has moved, and the page has been told so. */
  | { readonly kind: 'selection' }

export type Timing = {
  /** Milliseconds until painted. */
  readonly painted: number
  /** Milliseconds until the status says that all is saved; null for what is no edit. */
  readonly saved: number | null
}

type Input = { readonly event: 'click' | 'keydown'; readonly isEdit?: boolean }

/** Does `act`, whose first `event` starts the clock. */
export async function timePainting(
  page: Page,
  awaited: Awaited,
  { event, isEdit = false }: Input,
  act: () => Promise<void>,
): Promise<Timing> {
  const clock = await page.evaluateHandle(startClock, { awaited, event, isEdit })
  await act()
  return clock.evaluate(({ timing }) => timing)
}

/** Runs in the page. */
function startClock({ awaited, event, isEdit }: { awaited: Awaited } & Required<Input>): {
  timing: Promise<Timing>
} {
  const text = () => document.querySelector('[aria-label="Article text"]')
  const selectedMark = () => text()?.querySelector<HTMLElement>('.mark.selected')?.dataset.annotationId
  const listed = () => document.querySelector('[data-article-id]')?.ariaSetSize
  const occurrences = () => document.querySelector('[aria-label="Occurrences"] [role="option"]')?.ariaSetSize
  const before = { mark: selectedMark(), listed: listed(), occurrences: occurrences() }
  let hasMoved = false
  const isThere = () => {
    if (awaited.kind === 'mark') return selectedMark() !== before.mark
    if (awaited.kind === 'articles') return listed() !== before.listed
    if (awaited.kind === 'selection') return hasMoved
    if (awaited.kind === 'occurrences') return (occurrences() ?? before.occurrences) !== before.occurrences
    return (
      document.title.startsWith(`${awaited.title} — `) &&
      text()?.querySelector('[data-annotation-id]') !== null
    )
  }
  const framed = () =>
    new Promise<number>((resolve) => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => resolve(performance.now())
      const look = () => (isThere() ? channel.port2.postMessage(null) : requestAnimationFrame(look))
      requestAnimationFrame(look)
    })
  const allSaved = () =>
    new Promise<number>((resolve) => {
      const status = document.querySelector('[role="status"]') as Element
      const observer = new MutationObserver(() => {
        if (status.textContent !== 'All changes saved') return
        observer.disconnect()
        resolve(performance.now())
      })
      observer.observe(status, { childList: true, characterData: true, subtree: true })
    })
  document.addEventListener('selectionchange', () => (hasMoved = true), { once: true })
  const timing = new Promise<Timing>((resolve) => {
    const start = async ({ timeStamp }: Event) => {
      const [painted, saved] = await Promise.all([framed(), isEdit ? allSaved() : null])
      resolve({ painted: painted - timeStamp, saved: saved && saved - timeStamp })
    }
    window.addEventListener(event, (input) => void start(input), { capture: true, once: true })
  })
  return { timing }
}
