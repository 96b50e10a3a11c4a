import type { Filler } from '#shared/domain/annotation.ts'
import { type CodePointMap, codePointMap } from '#shared/domain/code-points.ts'
import type { Span } from '#shared/domain/span.ts'
import type { AnnotationObject } from '../../../annotation-object.ts'
import type { DatasetArticle } from '../../../dataset.ts'
import { iriOf } from './terms.ts'

/** Characters before and after the marked words that are quoted with them, as Hypothesis does. */
const CONTEXT = 32

/**
 * The article itself as an annotation that describes it: its body is the text that all others select from.
 * @param workspace its id.
 */
export function articleAnnotation(article: DatasetArticle, workspace: string): object {
  const { text, annotations: _, ...facts } = article
  const iri = iriOf(workspace, 'article', article.id)
  const language = article.language === null ? {} : { language: article.language }
  return {
    id: iriOf(workspace, 'text', article.id),
    type: 'Annotation',
    motivation: 'describing',
    target: iri,
    body: { type: 'TextualBody', purpose: 'describing', format: 'text/plain', ...language, value: text },
    article: facts,
  }
}

/** The marks of an article as annotations. */
export function markAnnotations(article: DatasetArticle, workspace: string): Iterable<object> {
  const writer = new MarkWriter(article, workspace)
  return article.annotations.map((one) => writer.annotation(one))
}

class MarkWriter {
  readonly #text: string
  readonly #map: CodePointMap
  readonly #article: string
  readonly #workspace: string

  constructor({ id, text }: DatasetArticle, workspace: string) {
    this.#text = text
    this.#map = codePointMap(text)
    this.#article = id
    this.#workspace = workspace
  }

  annotation(mark: AnnotationObject): object {
    const { id, annotator, created, updated, certainty, origin, attributes } = mark
    const pairs = Object.entries(attributes).map(([name, value]) => ({ name, value }))
    const roles = Object.entries(mark.roles).flatMap(([role, fillers]) =>
      fillers.map((filler) => ({ role, filler: this.#fillerIri(filler, annotator) })),
    )
    return {
      id: this.#markIri(annotator, id),
      type: 'Annotation',
      motivation: 'classifying',
      creator: { type: 'Person', name: annotator },
      created,
      modified: updated,
      body: this.#bodies(mark),
      target: this.#target(mark),
      certainty,
      origin,
      ...(pairs.length > 0 ? { attributes: pairs } : {}),
      ...(roles.length > 0 ? { roles } : {}),
    }
  }

  #bodies({ label, note, actor, links = [], annotator }: AnnotationObject): readonly object[] {
    const text = (purpose: string, value: string) => ({
      type: 'TextualBody',
      purpose,
      format: 'text/plain',
      value,
    })
    const thing = (purpose: string, source: string) => ({ type: 'SpecificResource', purpose, source })
    return [
      text('classifying', label),
      ...(note === undefined ? [] : [text('commenting', note)]),
      ...(actor === undefined ? [] : [thing('identifying', this.#actorIri(actor))]),
      ...links.map(({ kind, to }) => ({ ...thing('linking', this.#markIri(annotator, to)), kind })),
    ]
  }

  /** Several pieces are one target: a list of what is meant together. */
  #target({ fragments, ...whole }: AnnotationObject): object {
    const [only, ...more] = (fragments ?? [whole]).map((span) => this.#piece(span))
    return more.length === 0 ? (only as object) : { type: 'List', items: [only, ...more] }
  }

  #piece({ start, end }: Span): object {
    const cut = (from: number, to: number): string =>
      this.#text.slice(this.#map.toUtf16(Math.max(0, from)), this.#map.toUtf16(to))
    const quote = { prefix: cut(start - CONTEXT, start), suffix: cut(end, end + CONTEXT) }
    return {
      type: 'SpecificResource',
      source: iriOf(this.#workspace, 'article', this.#article),
      selector: [
        { type: 'TextPositionSelector', start, end },
        { type: 'TextQuoteSelector', exact: cut(start, end), ...quote },
      ],
    }
  }

  #fillerIri(filler: Filler, annotator: string): string {
    if ('mention' in filler) return this.#markIri(annotator, filler.mention)
    return 'actor' in filler ? this.#actorIri(filler.actor) : iriOf('terms', filler.constant)
  }

  readonly #markIri = (annotator: string, id: string): string =>
    iriOf(this.#workspace, 'article', this.#article, annotator, id)

  readonly #actorIri = (id: string): string => iriOf(this.#workspace, 'actor', id)
}
