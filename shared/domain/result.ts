/** One plain sentence for the person in front of the screen. */
export type Problem = { readonly sentence: string }

export type Ok<T> = { readonly ok: true; readonly value: T }
export type Failed = { readonly ok: false; readonly problem: Problem }
/** A failure that a person can cause is a value; a broken promise of our own code throws. */
export type Result<T> = Ok<T> | Failed

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const failed = (sentence: string): Failed => ({ ok: false, problem: { sentence } })
