import type { Annotation } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { attributesOf, type LinkKind, linksOf, type Scheme } from './scheme.ts'

/**
 * What an expected link of an article can lead to, by label and link: a denial wants to be linked to a charge, so kept are
 * the acts with the same label that are no denials themselves. Kept rather than looked for, since one annotation's checks
 * must not go through all others.
 */
export type LinkTargets = ReadonlyMap<string, ReadonlyMap<string, Annotation>>

/** What `link` can lead to from annotations with `label`, by id. */
export const targetsOf = (
  targets: LinkTargets,
  label: string,
  link: LinkKind,
): ReadonlyMap<string, Annotation> => targets.get(keyOf(label, link)) ?? nothing

const nothing: ReadonlyMap<string, Annotation> = new Map()

const keyOf = (label: string, { id }: LinkKind): string => JSON.stringify([label, id])

/** What an annotation has for an attribute: where nothing is said, the first value holds. */
export function attributeValue(
  scheme: Scheme,
  { label, attributes }: Annotation,
  attribute: string,
): string | undefined {
  const said = attributes[attribute]
  return said ?? attributesOf(scheme, label).find(({ id }) => id === attribute)?.values[0]
}

/** The links without which `annotation` is not finished, if there is what to link to. */
export const expectedLinks = (scheme: Scheme, annotation: Annotation): readonly LinkKind[] =>
  linksOf(scheme, annotation.label).filter(
    ({ expectedWith }) =>
      expectedWith && attributeValue(scheme, annotation, expectedWith.attribute) === expectedWith.value,
  )

/** The targets of one article, kept while its annotations are edited: an edit costs what it changes. */
export class KeptLinkTargets {
  readonly #scheme: Scheme
  readonly #targets = new Map<string, Map<string, Annotation>>()
  #annotations: AnnotationSet

  constructor(scheme: Scheme, annotations: AnnotationSet) {
    this.#scheme = scheme
    this.#annotations = annotations
    for (const annotation of annotations) this.#add(annotation)
  }

  /** The targets among `annotations`, another version of those before. */
  among(annotations: AnnotationSet): LinkTargets {
    if (annotations === this.#annotations) return this.#targets
    const { removed, added } = annotations.differenceFrom(this.#annotations)
    for (const annotation of removed) this.#remove(annotation)
    for (const annotation of added) this.#add(annotation)
    this.#annotations = annotations
    return this.#targets
  }

  #add(annotation: Annotation): void {
    for (const key of this.#keysOf(annotation)) {
      const targets = this.#targets.get(key) ?? new Map<string, Annotation>()
      this.#targets.set(key, targets.set(annotation.id, annotation))
    }
  }

  #remove(annotation: Annotation): void {
    for (const key of this.#keysOf(annotation)) this.#targets.get(key)?.delete(annotation.id)
  }

  /** Of the links that some annotations with its label are expected to have, those that it is not expected to have. */
  #keysOf(annotation: Annotation): readonly string[] {
    const expected = expectedLinks(this.#scheme, annotation)
    return linksOf(this.#scheme, annotation.label)
      .filter((link) => link.expectedWith && !expected.includes(link))
      .map((link) => keyOf(annotation.label, link))
  }
}
