import type { ImportedFile, ImportReport } from '#shared/ipc/importing.ts'

/** “3 imported, 1 failed.” */
export function summaryOf({ files, untried, skipped = 0 }: ImportReport): string {
  const count = (outcome: string) => files.filter((file) => file.outcome === outcome).length
  const parts = [
    `${count('imported')} imported`,
    count('duplicate') > 0 && `${count('duplicate')} here already`,
    count('failed') > 0 && `${count('failed')} failed`,
    untried > 0 && `${untried} not tried`,
    skipped > 0 && `${skipped} left out`,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

/** What became of a file. */
export function outcomeWords({ outcome, encoding, certainty = 100, reason }: ImportedFile): string {
  if (reason !== undefined) return reason
  if (outcome === 'duplicate') return 'is in this workspace already'
  return certainty === 100 ? `read as ${encoding}` : `read as ${encoding}, with a certainty of ${certainty} %`
}
