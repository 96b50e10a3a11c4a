/** Formats that say themselves how their characters are written, so that nobody has to be told of an encoding. */
const DOCUMENT = /\.(docx|odt|rtf|pdf|epub|xlsx)(?: › |$)/i

/** “pdf” for the name of a PDF file, or of a part of one; null where the encoding of the file matters. */
export const documentEnding = (name: string): string | null => DOCUMENT.exec(name)?.[1]?.toLowerCase() ?? null
