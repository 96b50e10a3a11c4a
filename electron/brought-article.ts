import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { BroughtText, MadeArticle } from '#shared/ipc/importing.ts'
import { draftOf } from './import/draft.ts'
import { readerOf } from './import/readers.ts'
import type { Part } from './import/reading.ts'
import { addArticle } from './library/add-article.ts'
import type { Workspace } from './library/workspace.ts'

const NOTHING = 'There is no text to make an article of.'

/** Makes an article of words that were pasted or dropped: by their form where that can be read, else of the words alone. */
export async function addBrought(
  workspace: Workspace,
  { html, text }: BroughtText,
): Promise<Result<MadeArticle>> {
  if (!html?.trim() && !text.trim()) return failed(NOTHING)
  const formed = html?.trim() ? await firstPart('pasted.html', html) : null
  const part = formed?.reading.ok ? formed : await firstPart('pasted.txt', text)
  if (!part) return failed(NOTHING)
  if (!part.reading.ok) return part.reading
  const added = await addArticle(workspace, draftOf(part.reading.value))
  return added.kind === 'failed' ? failed(added.sentence) : ok({ articleId: added.id, outcome: added.kind })
}

/** Null where there is no reader for such a file, or nothing in it. */
async function firstPart(name: string, content: string): Promise<Part | null> {
  if (content.trim() === '') return null
  const bytes = Buffer.from(content, 'utf8')
  const parts = await readerOf(name)?.read({ name, bytes, choices: { encoding: 'utf-8' } })
  for await (const part of parts ?? []) return part
  return null
}
