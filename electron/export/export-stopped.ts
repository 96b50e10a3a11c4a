/** Thrown to end an export; the message is a sentence for a person, and nothing is left of what was written. */
export class ExportStopped extends Error {}
