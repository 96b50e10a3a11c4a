import { attributesOf, labelOf, linksOf, rolesOf, type Scheme } from '../domain/scheme.ts'
import type { AnnotationObject } from './annotation-object.ts'

/** What is said of an annotation that the scheme has no place for, as ends of sentences. */
export function schemeProblems(annotation: AnnotationObject, scheme: Scheme): string[] {
  const { label } = annotation
  if (!labelOf(scheme, label)) return [`has the label “${label}”, which the scheme does not know`]
  return [
    ...roleProblems(annotation, scheme),
    ...attributeProblems(annotation, scheme),
    ...linkProblems(annotation, scheme),
  ]
}

function roleProblems({ label, roles }: AnnotationObject, scheme: Scheme): string[] {
  const known = new Set(rolesOf(scheme, label).map(({ id }) => id))
  return Object.entries(roles)
    .filter(([role, fillers]) => fillers.length > 0 && !known.has(role))
    .map(([role]) => `has the role “${role}”, which the scheme does not give to “${label}”`)
}

function attributeProblems({ label, attributes }: AnnotationObject, scheme: Scheme): string[] {
  const known = new Map(attributesOf(scheme, label).map(({ id, values }) => [id, values]))
  return Object.entries(attributes).flatMap(([attribute, value]) => {
    const values = known.get(attribute)
    if (!values) return [`has the attribute “${attribute}”, which the scheme does not give to “${label}”`]
    return values.includes(value)
      ? []
      : [`has “${value}” for “${attribute}”, a value that the scheme does not know`]
  })
}

function linkProblems({ label, links = [] }: AnnotationObject, scheme: Scheme): string[] {
  const known = new Set(linksOf(scheme, label).map(({ id }) => id))
  const strange = new Set(links.map(({ kind }) => kind).filter((kind) => !known.has(kind)))
  return [...strange].map((kind) => `has the link “${kind}”, which the scheme does not give to “${label}”`)
}
