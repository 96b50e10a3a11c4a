import { randomUUID } from 'node:crypto'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { GOLD } from '#shared/domain/review.ts'
import type { ArticleEdit } from '../library/bulk-file.ts'
import { unreadableSentence } from '../library/disk-problem.ts'
import { UNSAVED } from '../library/unsaved.ts'
import { editsOfRule, previewOfRule } from '../review/adjudication.ts'
import { AdjudicationReader } from '../review/adjudication-reader.ts'
import { comparedAnnotators } from '../review/codings.ts'
import type { Session } from '../session.ts'
import type { HandlerParts } from './handler-parts.ts'
import type { Handlers } from './wire.ts'

/** Whose marks, and whether all that was said here is on the disk. */
type Asked = { readonly session: Session; readonly annotators: readonly string[]; readonly isSaved: boolean }

/** How far gold is, and rules that decide many differences at once. */
export function adjudicationHandlers({
  desk,
}: HandlerParts): Pick<Handlers, 'adjudication:list' | 'adjudication:preview' | 'adjudication:apply'> {
  const readers = new WeakMap<Session, AdjudicationReader>()
  const readerOf = (session: Session): AdjudicationReader => {
    const reader = readers.get(session) ?? new AdjudicationReader(session.workspace)
    readers.set(session, reader)
    return reader
  }
  const asking = async <T>(
    named: readonly string[] | null,
    answer: (asked: Asked) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const { session } = desk
    if (!session) return failed('No workspace is open.')
    try {
      const isSaved = await session.flush()
      const annotators = await comparedAnnotators(session.workspace, named)
      return annotators.ok ? await answer({ session, annotators: annotators.value, isSaved }) : annotators
    } catch (error) {
      return failed(unreadableSentence(error, session.workspace.root))
    }
  }
  return {
    'adjudication:list': (named) =>
      asking(named, async ({ session, annotators }) => ok(await readerOf(session).read(annotators))),
    'adjudication:preview': (named, rule) =>
      asking(named, async ({ session, annotators, isSaved }) =>
        isSaved ? ok(await previewOfRule(session.workspace, annotators, rule)) : failed(UNSAVED),
      ),
    'adjudication:apply': (named, rule) =>
      asking(named, async ({ session, annotators, isSaved }) => {
        const { access } = session.workspace
        if (access.kind === 'read') return failed(access.sentence)
        if (!isSaved) return failed(UNSAVED)
        const name = 'Adjudicate by a rule'
        const deciding = { name, by: session.annotator, now: new Date().toISOString(), newId: randomUUID }
        const planned = new Map<string, number>()
        const plan = countingGroups(editsOfRule(session.workspace, annotators, rule, deciding), planned)
        const made = await session.bulk.make({ name, changes: [] }, plan, GOLD)
        if (!made.ok) return made
        for (const articleId of made.value.left) planned.delete(articleId)
        const groups = [...planned.values()].reduce((sum, count) => sum + count, 0)
        return ok({ ...made.value, groups })
      }),
  }
}

/** Counts how many groups each article's edit decides, as they go by. */
async function* countingGroups(
  edits: AsyncIterable<ArticleEdit>,
  counts: Map<string, number>,
): AsyncGenerator<ArticleEdit> {
  for await (const one of edits) {
    const decided = one.edit.changes.filter((change) => change.kind === 'judgement' && change.after)
    if (one.articleId !== null) counts.set(one.articleId, decided.length)
    yield one
  }
}
