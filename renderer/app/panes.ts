import { focusPane, type Pane } from '../state/desk.ts'

const PANES = [
  { pane: 'articles', region: 'nav[aria-label="Articles"]' },
  { pane: 'reader', region: 'main[aria-label="Reader"]' },
  { pane: 'annotations', region: 'aside[aria-label="Inspector"]' },
] as const satisfies readonly { pane: Pane; region: string }[]

/** Moves the focus to the next (`1`) or previous (`-1`) pane of the desk; from elsewhere, to its first or last one. */
export function stepPane(direction: 1 | -1): void {
  const current = PANES.findIndex(({ region }) => document.activeElement?.closest(region))
  const from = current < 0 && direction < 0 ? 0 : current
  const next = PANES[(from + direction + PANES.length) % PANES.length]
  if (next) focusPane(next.pane)
}
