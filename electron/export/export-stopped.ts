/** Thrown to end an export; the message is a sentence for a person, and nothing is left of what was written. */
export class ExportStopped extends Error {}

/** @throws {ExportStopped} once it was cancelled. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ExportStopped('The export was cancelled, and nothing was written.')
}
