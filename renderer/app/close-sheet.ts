import { flushSync } from 'react-dom'
import { showSheet } from '../state/desk.ts'

/** Closes what lies over the desk, at once: when this is done, the focus is back where it was. */
export const closeSheet = (): void => flushSync(() => showSheet(null))
