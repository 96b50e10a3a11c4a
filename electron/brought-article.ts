import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { BroughtText, MadeArticle } from '#shared/ipc/importing.ts'
import type { ParsedPart } from './import/parser-messages.ts'
import type { Parser } from './import/parser-process.ts'
import { addArticle } from './library/add-article.ts'
import type { Workspace } from './library/workspace.ts'

const MEGABYTE = 1024 * 1024
/** As for a file. */
const LIMIT_IN_MEGABYTES = 25

const NOTHING = 'There is no text to make an article of.'

/** Makes an article of words that were pasted or dropped: by their form where that can be read, else of the words alone. */
export async function addBrought(
  workspace: Workspace,
  parser: Parser,
  { html, text }: BroughtText,
): Promise<Result<MadeArticle>> {
  const size = Buffer.byteLength(text) / MEGABYTE
  if (size > LIMIT_IN_MEGABYTES) return failed(tooLarge(size))
  const isTooLarge = Buffer.byteLength(html ?? '') > LIMIT_IN_MEGABYTES * MEGABYTE
  const formed = html?.trim() && !isTooLarge ? await firstPart(parser, 'pasted.html', html) : null
  const part = formed?.draft.ok ? formed : await firstPart(parser, 'pasted.txt', text)
  if (!part) return failed(NOTHING)
  if (!part.draft.ok) return part.draft
  const added = await addArticle(workspace, part.draft.value)
  return added.kind === 'failed' ? failed(added.sentence) : ok({ articleId: added.id, outcome: added.kind })
}

const tooLarge = (megabytes: number): string =>
  `The text is too large (${Math.ceil(megabytes)} MB; the limit is ${LIMIT_IN_MEGABYTES} MB); please bring it in pieces.`

/** Null where there is nothing in it. */
async function firstPart(parser: Parser, name: string, content: string): Promise<ParsedPart | null> {
  if (content.trim() === '') return null
  const bytes = Buffer.from(content, 'utf8')
  for await (const part of parser.read({ name, bytes, choices: { encoding: 'utf-8' } })) return part
  return null
}
