import { documentEnding } from '#shared/domain/document-ending.ts'
import type { ImportedFile, ImportReport } from '#shared/ipc/importing.ts'

/** “3 imported, 1 failed.” */
export function summaryOf({ files, untried, skipped }: ImportReport): string {
  const count = (outcome: string) => files.filter((file) => file.outcome === outcome).length
  const parts = [
    `${count('imported')} imported`,
    count('duplicate') > 0 && `${count('duplicate')} here already`,
    count('failed') > 0 && `${count('failed')} failed`,
    untried > 0 && `${untried} not tried`,
    skipped.length > 0 && `${skipped.length} left out`,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

/** Below it, the words may well be wrong. */
const SURE_ENOUGH = 50

/** True where the encoding was hardly more than guessed. */
export const isUnsure = ({ outcome, certainty = 100 }: ImportedFile): boolean =>
  outcome === 'imported' && certainty < SURE_ENOUGH

/** What became of a file. */
export function outcomeWords(file: ImportedFile): string {
  const { name, outcome, encoding, certainty = 100, reason } = file
  if (reason !== undefined) return reason
  if (outcome === 'duplicate') return 'is in this workspace already'
  if (certainty === 100) return `read as ${documentEnding(name) ?? encoding}`
  const words = `read as ${encoding}, with a certainty of ${certainty} %`
  return isUnsure(file) ? `unsure: ${words}` : words
}
