import { say } from './desk.ts'

/** Shows others' marks below one's own, or leaves them out again. */
export const toggleOthers = (): void => say('To come.')
