import { shortQuote } from '../../domain/short-quote.ts'
import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetArticle } from '../dataset.ts'

/** What can be lost of articles and their annotations, one of it and several, in the order in which it is shown. */
export const LOSS_KINDS = {
  articles: ['article that the format cannot hold', 'articles that the format cannot hold'],
  nested: ['mark that lies in another mark, or holds one', 'marks that lie in another mark, or hold one'],
  crossing: ['mark that crosses another mark', 'marks that cross another mark'],
  identical: ['mark on the very words of another mark', 'marks on the very words of another mark'],
  discontinuous: ['mark whose pieces cannot stay together', 'marks whose pieces cannot stay together'],
  misaligned: ['mark that begins or ends within a token', 'marks that begin or end within a token'],
  unwritable: ['mark in a text that the format cannot hold', 'marks in texts that the format cannot hold'],
  roles: ['filler of a role', 'fillers of roles'],
  links: ['link between acts', 'links between acts'],
  attributes: ['attribute', 'attributes'],
  actors: ['mention’s actor', 'mentions’ actors'],
  notes: ['note', 'notes'],
  unsure: ['remark that a mark is unsure', 'remarks that a mark is unsure'],
  annotators: ['name of an annotator', 'names of annotators'],
  'in boilerplate': ['mark that lies in boilerplate', 'marks that lie in boilerplate'],
  clipped: ['mark cut where boilerplate begins', 'marks cut where boilerplate begins'],
  pointers: ['role or link to a mark that is not exported', 'roles and links to marks that are not exported'],
} as const
export type LossKind = keyof typeof LOSS_KINDS

export type Loss = {
  readonly kind: LossKind
  readonly count: number
  /** A few of them, told in a line. */
  readonly examples: readonly string[]
}

/** What is beside the annotations and not in an export, as one and as several. `#` is the count. */
const BESIDE_WORDS = {
  unadjudicated: ['# article that was never adjudicated', '# articles that were never adjudicated'],
  metadata: ['the source or date of # article', 'the source or date of # articles'],
  status: ['the status of # article', 'the status of # articles'],
  boilerplate: ['# range of boilerplate', '# ranges of boilerplate'],
  texts: ['the exact text of # article', 'the exact texts of # articles'],
  registry: ['# actor of the registry', '# actors of the registry'],
  scheme: ['the scheme', 'the scheme'],
  ids: ['the id of # annotation', 'the ids of # annotations'],
  history: ['how and when # annotation was made', 'how and when # annotations were made'],
} as const
export type BesideKind = keyof typeof BESIDE_WORDS

/** What an export has no place for, and no annotation loses: it stops no export. */
export type Beside = { readonly kind: BesideKind; readonly count: number }

const EXAMPLES = 3

/** What an export holds; an annotation that was cut in pieces counts once. */
export type Held = { readonly articles: number; readonly annotations: number }

/** Counts what is lost, article by article, and what is left. */
export class LossTally {
  readonly #found = new Map<LossKind, { count: number; examples: string[] }>()
  readonly #beside = new Map<BesideKind, number>()
  held: Held = { articles: 0, annotations: 0 }

  add(kind: LossKind, count: number, example?: string): void {
    if (count === 0) return
    const found = this.#found.get(kind) ?? { count: 0, examples: [] }
    found.count += count
    if (example !== undefined && found.examples.length < EXAMPLES && !found.examples.includes(example))
      found.examples.push(example)
    this.#found.set(kind, found)
  }

  hold(annotations: number): void {
    this.held = { articles: this.held.articles + 1, annotations: this.held.annotations + annotations }
  }

  addBeside(kind: BesideKind, count: number): void {
    if (count > 0) this.#beside.set(kind, count + (this.#beside.get(kind) ?? 0))
  }

  get beside(): readonly Beside[] {
    const kinds = Object.keys(BESIDE_WORDS) as BesideKind[]
    return kinds.flatMap((kind) => {
      const count = this.#beside.get(kind)
      return count === undefined ? [] : [{ kind, count }]
    })
  }

  get losses(): readonly Loss[] {
    const kinds = Object.keys(LOSS_KINDS) as LossKind[]
    return kinds.flatMap((kind) => {
      const found = this.#found.get(kind)
      return found ? [{ kind, count: found.count, examples: [...found.examples] }] : []
    })
  }
}

/** Counts so many of a kind, with the annotation as an example. */
export type Losing = (kind: LossKind, annotation: AnnotationObject, count?: number) => void

export const losingIn =
  (article: DatasetArticle, tally: LossTally): Losing =>
  (kind, annotation, count = 1) =>
    tally.add(kind, count, count > 0 ? exampleOf(annotation, article) : undefined)

/** “the ferry is late” (commitment) in “Ferries” */
export function exampleOf(
  { text, label }: Pick<AnnotationObject, 'text' | 'label'>,
  { title, id }: Pick<DatasetArticle, 'title' | 'id'>,
): string {
  return `“${shortQuote(text, { start: 0, end: text.length })}” (${label}) in “${title || id}”`
}

/** 12 marks that lie in another mark, or hold one */
export function lossWords({ kind, count }: Pick<Loss, 'kind' | 'count'>): string {
  const [one, several] = LOSS_KINDS[kind]
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`
}

/** the source or date of 3 articles, 7 actors of the registry; empty where there is nothing */
export function besideWords(beside: readonly Beside[]): string {
  const words = beside.map(({ kind, count }) => {
    const [one, several] = BESIDE_WORDS[kind]
    return (count === 1 ? one : several).replace('#', count.toLocaleString('en'))
  })
  return words.join(', ')
}
