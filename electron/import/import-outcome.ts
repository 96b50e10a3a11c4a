import { basename, resolve } from 'node:path'
import type { AddOutcome, ArticleDraft } from '#electron/library/add-article.ts'
import { shownName } from './shown-name.ts'

/** What became of one file, or of one article of a file of several; `reason` is a sentence for a person. */
export type ImportOutcome = {
  /** The file's; behind it, where the file holds several articles, ` › ` and which of them. */
  readonly path: string
  /** The same without its folder, as it can be shown. */
  readonly name: string
  readonly outcome: 'imported' | 'duplicate' | 'failed'
  readonly articleId?: string
  readonly encoding?: string
  readonly certainty?: number
  readonly reason?: string
}

/** What became of it, wherever it lies. */
export type PartOutcome = Omit<ImportOutcome, 'path' | 'name'> & { readonly part: string | null }

export const failedPart = (part: string | null, reason: string): PartOutcome => ({
  part,
  outcome: 'failed',
  reason,
})

export function addedPart(part: string | null, draft: ArticleDraft, added: AddOutcome): PartOutcome {
  if (added.kind === 'failed') return failedPart(part, added.sentence)
  const { encoding, certainty } = draft.provenance
  return { part, outcome: added.kind, articleId: added.id, encoding, certainty }
}

/** @param file the path of the file that the part is of. */
export function outcomeOf(file: string, { part, ...rest }: PartOutcome): ImportOutcome {
  const behind = part === null ? '' : ` › ${part}`
  return { path: `${file}${behind}`, name: `${shownName(basename(resolve(file)))}${behind}`, ...rest }
}
