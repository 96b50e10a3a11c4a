import type { Parser } from '#electron/import/parser-process.ts'
import { sha256 } from '#electron/library/hash.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { findTitle } from '#shared/cleaning/title.ts'
import { LONGEST_NAME, nameFrom } from '#shared/domain/actor.ts'
import { codePointMap } from '#shared/domain/code-points.ts'
import { compareText } from '#shared/domain/compare-text.ts'
import { NOTHING_KNOWN } from '#shared/domain/metadata.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { shortQuote } from '#shared/domain/short-quote.ts'
import type {
  Adapter,
  ReadActor,
  ReadAnnotation,
  ReadArticle,
  ReadEvent,
} from '#shared/format/interchange/adapter.ts'
import type { BroughtArticle } from '#shared/ipc/exchange.ts'
import { ArticleFinder, type Found } from './article-finder.ts'
import type { ReadActors } from './brought-actors.ts'
import { isEmptyExport } from './empty-export.ts'
import { type NewText, PartSpool } from './part-spool.ts'
import { type PlacedMark, placing } from './placed-marks.ts'
import { Refusals, shortName } from './refusals.ts'
import { groupsIn, piecesOf, type SourceFiles } from './source-files.ts'

export type GatheringParts = {
  readonly workspace: Workspace
  readonly parser: Parser
  readonly signal: AbortSignal
  /** In bytes. */
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void
}

/** What files say of articles, each annotation on its place, before anything of it is taken. */
export type Gathered = {
  readonly name: string
  readonly format: string
  readonly articles: readonly BroughtArticle[]
  /** How often each label occurs, by label. */
  readonly labels: ReadonlyMap<string, number>
  /** How many annotations each annotator has in the files, by name. */
  readonly annotators: ReadonlyMap<string, number>
  readonly actors: ReadActors['actors']
  readonly mentioned: ReadActors['mentioned']
  readonly refusals: Refusals
  readonly spool: PartSpool
}

const CANCELLED = 'It was cancelled, and nothing was read.'

/** Reads all files of a format and finds the articles that they are about. Changes nothing. */
export async function gathered(
  source: SourceFiles,
  adapter: Adapter,
  parts: GatheringParts,
): Promise<Result<Gathered>> {
  const { format } = adapter
  const groups = groupsIn(source, adapter)
  if (groups.length === 0 && !(await isEmptyExport(source, format.id)))
    return failed(`“${source.name}” holds nothing of the format “${format.title}”.`)
  const spool = await PartSpool.make()
  const gathering = new Gathering(spool, format.id, parts)
  try {
    const piece = piecesOf(source, progressOver(source, parts))
    for (const paths of groups)
      for await (const event of parts.parser.annotations({ format: format.id, paths, piece })) {
        if (parts.signal.aborted) break
        await gathering.add(event)
      }
    if (!parts.signal.aborted) return ok(gathering.all(source.name))
  } catch (error) {
    await spool.close()
    throw error
  }
  await spool.close()
  return failed(CANCELLED)
}

function progressOver({ files }: SourceFiles, { onProgress }: GatheringParts): (bytes: number) => void {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  return (bytes) => {
    done = Math.min(total, done + bytes)
    onProgress({ done, total })
  }
}

class Gathering {
  readonly #spool: PartSpool
  readonly #format: string
  readonly #finder: ArticleFinder
  readonly #articles: BroughtArticle[] = []
  readonly #labels = new Map<string, number>()
  readonly #annotators = new Map<string, number>()
  /** What was said first of each, by id. */
  readonly #actors = new Map<string, ReadActor>()
  readonly #mentioned = new Map<string, string>()
  readonly #refusals = new Refusals()

  constructor(spool: PartSpool, format: string, { workspace, signal }: GatheringParts) {
    this.#spool = spool
    this.#format = format
    this.#finder = new ArticleFinder(workspace, signal)
  }

  all(name: string): Gathered {
    return {
      name,
      format: this.#format,
      articles: this.#articles,
      labels: this.#labels,
      annotators: new Map([...this.#annotators].sort(([a], [b]) => compareText(a, b))),
      actors: [...this.#actors.values()],
      mentioned: this.#mentioned,
      refusals: this.#refusals,
      spool: this.#spool,
    }
  }

  async add(event: ReadEvent): Promise<void> {
    if (event.kind === 'frame') this.#meet(event.frame.actors)
    else if (event.kind === 'refused') this.#refusals.add(event, event.reason)
    else await this.#addArticle(event)
  }

  #meet(actors: readonly ReadActor[] = []): void {
    for (const actor of actors) if (!this.#actors.has(actor.id)) this.#actors.set(actor.id, actor)
  }

  async #addArticle(read: ReadArticle): Promise<void> {
    const found = this.#isChanged(read) ? CHANGED : await this.#finder.find(read)
    this.#articles.push(...rowsOf(read, found))
    if (found.kind !== 'none') return this.#place(read, found)
    if (read.annotations.length > 0 || found === CHANGED) this.#refusals.add(read, found.reason)
  }

  /** Files of ours are as they were written; what other tools give back may have another text, and is compared. */
  #isChanged({ article, text }: ReadArticle): boolean {
    if (!OWN.has(this.#format) || text === null || article.sha256 === undefined) return false
    return sha256(text) !== article.sha256
  }

  async #place(read: ReadArticle, found: Exclude<Found, { kind: 'none' }>): Promise<void> {
    const marks = this.#marksOf(read, found)
    this.#meet(read.actors)
    const { file, line } = read
    const draft = found.kind === 'new' ? draftOf(read, found.text) : null
    const target = found.kind === 'new' ? `new ${sha256(found.text)}` : found.source.article.id
    const text = found.kind === 'new' ? found.text : found.source.text
    for (const mark of marks) this.#note(mark, text)
    const place = line === undefined ? { file } : { file, line }
    await this.#spool.add(target, { place, status: read.article.status ?? null, marks, draft })
  }

  #note({ label, annotator, actor, start, end, roles = {} }: PlacedMark, text: string): void {
    this.#labels.set(label, (this.#labels.get(label) ?? 0) + 1)
    if (annotator !== undefined) this.#annotators.set(annotator, (this.#annotators.get(annotator) ?? 0) + 1)
    if (actor !== undefined) this.#mention(actor, nameFrom(text.slice(start, end)))
    for (const filler of Object.values(roles).flat()) if ('actor' in filler) this.#mention(filler.actor, '')
  }

  /** The first words of a mention are as good a name as any. */
  #mention(actor: string, words: string): void {
    const known = this.#mentioned.get(actor)
    const name = words === '' || words.length > LONGEST_NAME ? actor : words
    if (known === undefined || (known === actor && name !== actor)) this.#mentioned.set(actor, name)
  }

  /** Those of the file's annotations that hold; the others are refused. */
  #marksOf(read: ReadArticle, found: Exclude<Found, { kind: 'none' }>): readonly PlacedMark[] {
    const text = found.kind === 'new' ? found.text : found.source.text
    const way = found.kind === 'words' || found.kind === 'reanchored' ? found.kind : 'same'
    const ids = new Set<string>()
    const unique = read.annotations.filter((one) => {
      const isTwice = isNamedTwice(one, ids)
      if (isTwice) this.#refusals.add(read, `Two annotations have the id “${one.id}”; the second is refused.`)
      return !isTwice
    })
    const placed = placing(
      read.text ?? text,
      text,
      way,
    )(unique).map((one, i) =>
      typeof one === 'string' ? one : (labelFault(unique[i] as ReadAnnotation) ?? one),
    )
    return placed.flatMap((one, i) => {
      if (typeof one !== 'string') return [one]
      this.#refusals.add(read, `The annotation ${nameOf(unique[i] as ReadAnnotation)} ${one}`)
      return []
    })
  }
}

const OWN: ReadonlySet<string> = new Set(['glosswright', 'glosswright-jsonl'])
const CHANGED: Found = { kind: 'none', reason: 'Its text is not the one that its sha256 was made of.' }

const LONGEST_LABEL = 200
const labelFault = ({ label }: ReadAnnotation): string | null =>
  label.length > LONGEST_LABEL ? `has a label of ${label.length} characters.` : null

function isNamedTwice({ id, annotator = '' }: ReadAnnotation, ids: Set<string>): boolean {
  if (id === undefined) return false
  const before = ids.size
  return ids.add(`${annotator}\n${id}`).size === before
}

/** “the ferry is late” (commitment), m1 */
function nameOf({ text, label, id, start, end }: ReadAnnotation): string {
  const words =
    text === undefined ? `at ${start} to ${end}` : `“${shortQuote(text, { start: 0, end: text.length })}”`
  return `${words} (${shortName(label)}${id === undefined ? '' : `, ${id}`})`
}

/** A row for each annotator; one where nobody has annotated. */
function rowsOf({ article, file, annotations }: ReadArticle, found: Found): readonly BroughtArticle[] {
  const source = 'source' in found ? found.source.article : null
  const counts = new Map<string | null, number>()
  for (const { annotator = null } of annotations) counts.set(annotator, (counts.get(annotator) ?? 0) + 1)
  const row = {
    name: article.title || article.id || file,
    match: found.kind,
    articleId: source?.id ?? null,
    title: source?.metadata.title ?? null,
  }
  if (counts.size === 0) return [{ ...row, annotator: null, annotations: 0 }]
  return Array.from(counts, ([annotator, count]) => ({ ...row, annotator, annotations: count }))
}

function draftOf({ article }: ReadArticle, text: string): NewText {
  const map = codePointMap(text)
  const { byline, source, publisher, published, dateline, language, url } = article
  const said = { byline, source, publisher, published, dateline, language, url }
  const known = Object.entries(said).filter(([, value]) => value !== undefined)
  const title = article.title || findTitle(text).value || article.id || ''
  const boilerplate = (article.boilerplate ?? []).map((one) => ({
    ...one,
    start: map.toUtf16(one.start),
    end: map.toUtf16(one.end),
  }))
  const isSound = boilerplate.every(({ start, end }) => start <= end && end <= text.length)
  return {
    text,
    metadata: { ...NOTHING_KNOWN, ...Object.fromEntries(known), title },
    boilerplate: isSound ? boilerplate : [],
  }
}
