import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { groupsIn, piecesOf, sourceFiles } from '#electron/brought/source-files.ts'
import type { Parser } from '#electron/import/parser-process.ts'
import { sha256 } from '#electron/library/hash.ts'
import { annotatorName, isArticleId } from '#electron/library/ids.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { type CodePointMap, codePointMap } from '#shared/domain/code-points.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import { registryToFile } from '#shared/format/actors-file.ts'
import { recordWriter } from '#shared/format/annotation-file.ts'
import {
  type AnnotationObject,
  annotationFromFile,
  annotationSchema,
} from '#shared/format/annotation-object.ts'
import { articleFromFile, articleToFile, OFFSETS } from '#shared/format/article-file.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import type { ReadArticle, ReadEvent } from '#shared/format/interchange/adapter.ts'
import { adapterOf } from '#shared/format/interchange/adapters.ts'
import { MANIFEST_NAME, manifestToFile, newManifest } from '#shared/format/manifest.ts'
import type { DatasetFormat } from './dataset-in.ts'
import type { RefusedFiles } from './refused-files.ts'

type Unpacking = {
  readonly folder: string
  readonly refused: RefusedFiles
  /** Reads files that were made elsewhere. */
  readonly parser: Parser
  readonly signal: AbortSignal
}

/**
 * Makes the workspace that a dataset tells of, as far as it tells: of each annotator the annotations, and the actors that
 * they name. It is read article by article, in the parser's process.
 */
export async function unpackDataset(
  path: string,
  format: DatasetFormat,
  how: Unpacking,
): Promise<Result<null>> {
  const source = await sourceFiles(path)
  const adapter = adapterOf(format)
  if (!source.ok || !adapter) return source.ok ? failed(`There is no format “${format}”.`) : source
  const dataset = new DatasetFolder(how)
  const paths = groupsIn(source.value, adapter).flat()
  const events = how.parser.annotations({ format, paths, piece: piecesOf(source.value, () => undefined) })
  for await (const event of events) {
    if (how.signal.aborted) return failed('It was cancelled, and nothing was merged.')
    await dataset.take(event)
  }
  if (!dataset.scheme) return failed(`“${basename(path)}” is no dataset of Glosswright’s, or a damaged one.`)
  await dataset.finish(basename(path))
  return ok(null)
}

type Frame = { readonly scheme?: Scheme; readonly actors?: readonly Omit<Actor, 'settled'>[] }

class DatasetFolder {
  readonly #how: Unpacking
  scheme: Scheme | null = null
  #actors: readonly Actor[] = []
  /** Ids of the actors that each annotator’s annotations name. */
  readonly #named = new Map<string, Set<string>>()

  constructor(how: Unpacking) {
    this.#how = how
  }

  async take(event: ReadEvent): Promise<void> {
    if (event.kind === 'frame') return this.#learn(event.frame)
    if (event.kind === 'article') return this.#add(event)
    const { file, line, reason } = event
    this.#how.refused.add(line === undefined ? file : `${file}, line ${line}`, reason)
  }

  #learn({ scheme, actors }: Frame): void {
    this.scheme = scheme ?? this.scheme
    this.#actors = actors?.map((actor) => ({ ...actor, settled: {} })) ?? this.#actors
  }

  async #add({ article, text, annotations }: ReadArticle): Promise<void> {
    const source = sourceOf(article as DatasetArticle, text ?? '')
    if (!source.ok) return this.#how.refused.add(article.id ?? '', source.problem.sentence)
    const { id } = source.value.article
    await this.#write(`articles/${id}.txt`, source.value.text)
    await this.#write(`articles/${id}.json`, articleToFile(source.value))
    const status = article.status === undefined || article.status === 'new' ? 'in progress' : article.status
    for (const [annotator, marks] of this.#byAnnotator(
      source.value,
      annotations as readonly AnnotationObject[],
    )) {
      const record = { ...emptyRecord, status, annotations: AnnotationSet.from(marks) }
      await this.#write(`annotators/${annotator}/${id}.json`, recordWriter(source.value, annotator)(record))
    }
  }

  async finish(name: string): Promise<void> {
    if (!this.scheme) return
    const manifest = newManifest(randomUUID(), name, this.scheme)
    await this.#write(MANIFEST_NAME, manifestToFile(manifest))
    const actors = new Map(this.#actors.map((actor) => [actor.id, actor]))
    for (const [annotator, ids] of this.#named) {
      const own = withAllMeant(ids, actors)
      await this.#write(
        `annotators/${annotator}/actors.json`,
        registryToFile({ actors: own, skips: [] }, annotator),
      )
    }
  }

  #byAnnotator(
    { article, text }: ArticleText,
    objects: readonly AnnotationObject[],
  ): ReadonlyMap<string, Annotation[]> {
    const map = codePointMap(text)
    const found = new Map<string, Annotation[]>()
    for (const object of objects) {
      const read = markIn(object, text, map)
      if (read.ok) this.#keep(found, read.value)
      else this.#how.refused.add(article.id, read.problem.sentence)
    }
    return found
  }

  #keep(found: Map<string, Annotation[]>, { annotator, mark }: Mark): void {
    const marks = found.get(annotator)
    if (marks) marks.push(mark)
    else found.set(annotator, [mark])
    this.#note(annotator, mark)
  }

  #note(annotator: string, { actor, roles }: Annotation): void {
    const ids = this.#named.get(annotator) ?? new Set()
    this.#named.set(annotator, ids)
    if (actor !== undefined) ids.add(actor)
    for (const filler of Object.values(roles).flat()) if ('actor' in filler) ids.add(filler.actor)
  }

  /** `name` has nothing of the file's in it but ids and names that were looked at. */
  async #write(name: string, content: string): Promise<void> {
    const path = join(this.#how.folder, ...name.split('/'))
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, content)
  }
}

type Mark = { readonly annotator: string; readonly mark: Annotation }

function markIn(object: AnnotationObject, text: string, map: CodePointMap): Result<Mark> {
  const read = annotationSchema.safeParse(object)
  if (!read.success) return failed('An annotation is not of the shape that datasets have.')
  const name = annotatorName(read.data.annotator)
  if (!name.ok) return name
  const mark = annotationFromFile(read.data, text, map)
  return typeof mark === 'string' ? failed(mark) : ok({ annotator: name.value, mark })
}

/** The article, if its text is all of it. */
function sourceOf(article: DatasetArticle, text: string): Result<ArticleText> {
  if (!isArticleId(article.id)) return failed('Its id is none that an article can have.')
  if (article.fullSha256 !== undefined)
    return failed(
      'The file has only the main text of it; “Import annotations” finds the places of its marks.',
    )
  if (sha256(text) !== article.sha256) return failed('The text is not the one that its sha256 was made of.')
  const { id, sha256: hash, boilerplate } = article
  const { title, byline, source, publisher, published, dateline, language, url } = article
  const metadata = { title, byline, source, publisher, published, dateline, language, url, retrieved: null }
  const provenance = { encoding: 'utf-8', certainty: 100, byteOrderMark: false, original: null }
  const file = { id, ...metadata, sha256: hash, boilerplate, provenance, evidence: {}, offsets: OFFSETS }
  const read = articleFromFile(file, text)
  return read.ok ? ok({ article: read.value, text }) : read
}

/** With those that they were merged into or are made of. */
function withAllMeant(
  ids: ReadonlySet<string>,
  actors: ReadonlyMap<string, Actor>,
): ReadonlyMap<string, Actor> {
  const meant = new Map<string, Actor>()
  const wanted = [...ids]
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    const actor = actors.get(id)
    if (!actor || meant.has(id)) continue
    meant.set(id, actor)
    wanted.push(...actor.members, ...(actor.mergedInto === null ? [] : [actor.mergedInto]))
  }
  return meant
}
