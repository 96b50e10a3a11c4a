import { randomUUID } from 'node:crypto'
import { addArticle } from '#electron/library/add-article.ts'
import { readArticle } from '#electron/library/articles.ts'
import type { ArticleEdit } from '#electron/library/bulk-file.ts'
import type { BulkMaking } from '#electron/library/bulk-making.ts'
import { readRecord } from '#electron/library/records.ts'
import { readableParts, readRegistries } from '#electron/library/registries.ts'
import { UNSAVED } from '#electron/library/unsaved.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import type { Change, Edit } from '#shared/domain/edit.ts'
import { type AnnotationRecord, emptyRecord, type Status } from '#shared/domain/record.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { labelOf, type Scheme } from '#shared/domain/scheme.ts'
import type { BroughtChoices, BroughtReport } from '#shared/ipc/exchange.ts'
import { broughtActors } from './brought-actors.ts'
import { type Converted, convertedParts } from './converting.ts'
import type { Gathered } from './gathering.ts'
import { namedAnnotator } from './named-annotator.ts'
import type { BroughtPart, NewText } from './part-spool.ts'
import { Refusals } from './refusals.ts'
import type { Converting } from './said-here.ts'
import { namedItem } from './same-word.ts'

export type TakingParts = BulkMaking & { readonly annotator: string }

const NAME = 'Import annotations'

/** What a label of files means here where nobody says it; undefined where that is not plain. */
export const guessedLabel = ({ labels }: Scheme, label: string): string | undefined =>
  namedItem(labels, label)?.id

/**
 * Takes what was gathered, as one step of the history: all of it, or, where something is refused and that was not said to be
 * fine, nothing. Texts that become articles are there before; they stay when the step is undone.
 */
export async function takeBrought(
  gathered: Gathered,
  choices: BroughtChoices,
  parts: TakingParts,
): Promise<Result<BroughtReport>> {
  const { access } = parts.workspace
  if (access.kind === 'read') return failed(access.sentence)
  const whose =
    choices.as.kind === 'annotator'
      ? await namedAnnotator(parts.workspace, choices.as.name)
      : ok(parts.annotator)
  if (!whose.ok) return whose
  const strange = unknownLabel(choices, parts.workspace.manifest.scheme)
  if (strange !== null) return failed(`There is no label “${strange}” in the scheme.`)
  if (!(await parts.flush())) return failed(UNSAVED)
  const registries = await readRegistries(parts.workspace)
  const own = registries.find(({ annotator }) => annotator === whose.value)
  if (own && own.read.kind !== 'ok') return failed(own.read.sentence)
  const actors = broughtActors(gathered, readableParts(registries), new Date().toISOString())
  const taking = { gathered, choices, parts, annotator: whose.value, actorOf: actors.actorOf }
  if (!choices.isPartial) {
    const rehearsal = new Taking(taking)
    await rehearsal.rehearse()
    const { refusals, same, differing } = rehearsal
    if (!refusals.isEmpty) return ok({ ...NOTHING, same, differing, refused: refusals.all })
  }
  return new Taking(taking).run({ name: NAME, changes: actors.changes })
}

const NOTHING = { articles: 0, newArticles: 0, annotations: 0, completed: 0, actors: 0 } as const

function unknownLabel({ labels }: BroughtChoices, scheme: Scheme): string | null {
  const meant = Object.values(labels).filter((label) => label !== null)
  return meant.find((label) => !labelOf(scheme, label)) ?? null
}

type What = {
  readonly gathered: Gathered
  readonly choices: BroughtChoices
  readonly parts: TakingParts
  readonly annotator: string
  readonly actorOf: Converting['actorOf']
}

type Tally = Pick<Converted, 'annotations' | 'completed' | 'same' | 'differing'>

/** What a record is to become. */
type Planned = Converted & { readonly source: ArticleText; readonly record: AnnotationRecord }

class Taking {
  readonly #what: What
  readonly #how: Converting
  readonly refusals: Refusals
  /** What becomes of each article's marks. */
  readonly #tallies = new Map<string, Tally>()
  #newArticles = 0

  constructor(what: What) {
    const { gathered, choices, parts } = what
    this.#what = what
    this.refusals = new Refusals(gathered.refusals.all)
    const { scheme } = parts.workspace.manifest
    this.#how = {
      scheme,
      labelOf: (label) =>
        Object.hasOwn(choices.labels, label) ? choices.labels[label] : guessedLabel(scheme, label),
      actorOf: what.actorOf,
      by: gathered.format,
      remark: choices.as.kind === 'suggestions' ? `Suggested by “${gathered.name}”.` : null,
      now: new Date().toISOString(),
      newId: randomUUID,
      refusals: this.refusals,
    }
  }

  get same(): number {
    return this.#sumOf('same')
  }

  get differing(): number {
    return this.#sumOf('differing')
  }

  #sumOf(what: keyof Tally): number {
    return [...this.#tallies.values()].reduce((sum, tally) => sum + tally[what], 0)
  }

  async rehearse(): Promise<void> {
    const { spool } = this.#what.gathered
    for (const target of spool.targets) {
      const parts = this.#chosen(await spool.partsOf(target))
      if (parts.length === 0) continue
      const [draft] = parts.flatMap((part) => part.draft ?? [])
      if (draft && this.#isWanted(parts)) this.#convert(target, parts, draft.text, AnnotationSet.empty)
      if (!draft) await this.#planned(target, parts)
    }
  }

  async run(edit: Edit): Promise<Result<BroughtReport>> {
    const made = await this.#what.parts.make(edit, this.#plan(), this.#what.annotator)
    if (!made.ok) return made
    for (const id of made.value.left) {
      this.#tallies.delete(id)
      this.refusals.add(
        { file: this.#what.gathered.name },
        `The article “${id}” has changed meanwhile, and was left.`,
      )
    }
    return ok({
      articles: made.value.articles,
      newArticles: this.#newArticles,
      annotations: this.#sumOf('annotations'),
      completed: this.#sumOf('completed'),
      same: this.same,
      differing: this.differing,
      actors: edit.changes.length,
      refused: this.refusals.all,
    })
  }

  async *#plan(): AsyncGenerator<ArticleEdit> {
    const { spool } = this.#what.gathered
    for (const target of spool.targets) {
      const parts = this.#chosen(await spool.partsOf(target))
      if (parts.length === 0) continue
      const [draft] = parts.flatMap((part) => part.draft ?? [])
      const id = draft ? await this.#articleOf(draft, parts) : target
      const planned = id === null ? null : await this.#planned(id, parts)
      if (!planned) continue
      const changes = changesOf(planned, this.#statusOf(parts))
      if (changes.length === 0) continue
      yield { articleId: planned.source.article.id, edit: { name: NAME, changes } }
    }
  }

  /** What of the parts those have made whose annotations are asked for; a text that nobody has annotated is nobody’s. */
  #chosen(parts: readonly BroughtPart[]): readonly BroughtPart[] {
    const { from } = this.#what.choices
    if (from === null) return parts
    return parts.flatMap((part) => {
      const marks = part.marks.filter(({ annotator }) => annotator !== undefined && from.includes(annotator))
      return marks.length > 0 || part.marks.length === 0 ? [{ ...part, marks }] : []
    })
  }

  #isWanted(parts: readonly BroughtPart[]): boolean {
    const { takesTexts } = this.#what.choices
    for (const { place, marks } of takesTexts ? [] : parts)
      if (marks.length > 0) this.refusals.add(place, 'Its text is in no article of this workspace.')
    return takesTexts
  }

  async #articleOf(draft: NewText, parts: readonly BroughtPart[]): Promise<string | null> {
    if (!this.#isWanted(parts)) return null
    const added = await addArticle(this.#what.parts.workspace, { ...draft, ...AS_TEXT })
    if (added.kind === 'imported') this.#newArticles++
    if (added.kind !== 'failed') return added.id
    for (const { place } of parts) this.refusals.add(place, added.sentence)
    return null
  }

  async #planned(id: string, parts: readonly BroughtPart[]): Promise<Planned | null> {
    const { workspace } = this.#what.parts
    const source = await readArticle(workspace, id)
    const read = source.ok ? await readRecord(workspace, this.#what.annotator, source.value) : null
    if (source.ok && read?.kind === 'ok') {
      const { document: record } = read
      const converted = this.#convert(id, parts, source.value.text, record.annotations)
      return { ...converted, source: source.value, record }
    }
    const sentence = source.ok ? (read as { readonly sentence: string }).sentence : source.problem.sentence
    for (const { place } of parts) this.refusals.add(place, sentence)
    return null
  }

  #convert(id: string, parts: readonly BroughtPart[], text: string, record: AnnotationSet): Converted {
    const converted = convertedParts(parts, text, record, this.#how)
    const { annotations, completed, same, differing } = converted
    this.#tallies.set(id, { annotations, completed, same, differing })
    return converted
  }

  #statusOf(parts: readonly BroughtPart[]): Status {
    if (this.#how.remark !== null) return 'new'
    return parts.map(({ status }) => status).find((status) => status !== null && status !== 'new') ?? 'new'
  }
}

const AS_TEXT = {
  evidence: {},
  provenance: { encoding: 'utf-8', certainty: 100, byteOrderMark: false, original: null },
  original: null,
} as const

/** The marks, and a status where nothing was said of the article before. */
function changesOf({ changes, record }: Planned, said: Status): readonly Change[] {
  const marks = changes.map(
    ({ before, after }): Change => ({ kind: 'annotation', id: after.id, before, after }),
  )
  const after = said === 'new' && marks.length > 0 ? 'in progress' : said
  const isNew = record.status === emptyRecord.status && after !== 'new'
  return isNew ? [...marks, { kind: 'status', before: record.status, after }] : marks
}
