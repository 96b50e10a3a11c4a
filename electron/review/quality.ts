import { articleIds, readArticle } from '#electron/library/articles.ts'
import { mapAtOnce } from '#electron/library/at-once.ts'
import { listAnnotators, type Shelf, shelfOf } from '#electron/library/catalogue.ts'
import { problemOf } from '#electron/library/disk-problem.ts'
import { lookedAt } from '#electron/library/looked-at.ts'
import { readRecord } from '#electron/library/records.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { Breath } from '#electron/survey/breath.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { type CodePointMap, codePointMap } from '#shared/domain/code-points.ts'
import { type Counted, type CountedMark, QualityCount } from '#shared/domain/quality-count.ts'
import type { QualityReport } from '#shared/domain/quality-report.ts'
import { type AnnotationRecord, hasGoneOn, hasOpened } from '#shared/domain/record.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { GOLD } from '#shared/domain/review.ts'
import type { Span } from '#shared/domain/span.ts'

const AT_ONCE = 8

type Reading = {
  readonly workspace: Workspace
  readonly shelves: readonly Shelf[]
  readonly known: ReadonlySet<string>
}

/**
 * What all that lies in a workspace is like, read one article after the other. Who has not opened an article is not
 * counted there; of an article in several versions, only the one that an annotator has gone on to is.
 */
export async function qualityOf(workspace: Workspace): Promise<Result<QualityReport>> {
  try {
    const ids = await articleIds(workspace)
    const names = await listAnnotators(workspace)
    const shelves = await Promise.all(names.map((name) => shelfOf(workspace, name)))
    const reading = { workspace: lookedAt(workspace), shelves, known: new Set(ids) }
    const [count, breath] = [new QualityCount(workspace.manifest.scheme, GOLD), new Breath()]
    const unread = await mapAtOnce(ids, AT_ONCE, async (id) => {
      await breath.ifDue()
      const { counted, problems } = await articleOf(id, reading)
      count.addArticle(counted)
      return problems
    })
    return ok(count.report(unread.flat()))
  } catch (error) {
    return failed(`The workspace could not be looked through: ${problemOf(error)}`)
  }
}

type CountedArticle = { readonly counted: readonly Counted[]; readonly problems: readonly string[] }

async function articleOf(id: string, reading: Reading): Promise<CountedArticle> {
  const annotators = reading.shelves.filter(({ files }) => files.has(`${id}.json`))
  if (annotators.length === 0) return { counted: [], problems: [] }
  const source = await readArticle(reading.workspace, id)
  if (!source.ok) return { counted: [], problems: [source.problem.sentence] }
  const map = codePointMap(source.value.text)
  const counted: Counted[] = []
  const problems: string[] = []
  for (const { annotator } of annotators) {
    const record = await recordOf(annotator, source.value, reading)
    if (!record.ok) problems.push(record.problem.sentence)
    else if (isCounted(record.value, reading.known)) counted.push(countedOf(annotator, record.value, map))
  }
  return { counted, problems }
}

async function recordOf(
  annotator: string,
  source: ArticleText,
  { workspace }: Reading,
): Promise<Result<AnnotationRecord>> {
  const read = await readRecord(workspace, annotator, source)
  return read.kind === 'ok' ? ok(read.document) : failed(read.sentence)
}

const isCounted = (record: AnnotationRecord, known: ReadonlySet<string>): boolean =>
  hasOpened(record.status, record.annotations.size) && !hasGoneOn(record, known)

const countedOf = (
  annotator: string,
  { status, annotations }: AnnotationRecord,
  map: CodePointMap,
): Counted => ({
  annotator,
  isDone: status === 'done',
  marks: Array.from(annotations, (annotation) => inCodePoints(annotation, map)),
})

function inCodePoints(annotation: Annotation, map: CodePointMap): CountedMark {
  const moved = ({ start, end }: Span): Span => ({ start: map.toCodePoint(start), end: map.toCodePoint(end) })
  const { fragments } = annotation
  return { ...annotation, ...moved(annotation), ...(fragments ? { fragments: fragments.map(moved) } : {}) }
}
