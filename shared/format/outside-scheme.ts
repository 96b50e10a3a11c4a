import type { Annotation } from '../domain/annotation.ts'
import { attributesOf, labelOf, linksOf, rolesOf, type Scheme } from '../domain/scheme.ts'

/**
 * What an annotation says that the scheme has no place for, as ends of sentences: no fault, since a scheme changes, and what
 * was said before stays. Of a label that it does not know the scheme says nothing.
 */
export function outsideScheme(annotation: Said, scheme: Scheme): string[] {
  if (!labelOf(scheme, annotation.label)) return []
  return [
    ...roleProblems(annotation, scheme),
    ...attributeProblems(annotation, scheme),
    ...linkProblems(annotation, scheme),
  ]
}

type Said = Pick<Annotation, 'label' | 'roles' | 'attributes' | 'links'>

function roleProblems({ label, roles }: Said, scheme: Scheme): string[] {
  const known = new Set(rolesOf(scheme, label).map(({ id }) => id))
  return Object.entries(roles)
    .filter(([role, fillers]) => fillers.length > 0 && !known.has(role))
    .map(([role]) => `has the role “${role}”, which the scheme does not give to “${label}”`)
}

function attributeProblems({ label, attributes }: Said, scheme: Scheme): string[] {
  const known = new Map(attributesOf(scheme, label).map(({ id, values }) => [id, values]))
  return Object.entries(attributes).flatMap(([attribute, value]) => {
    const values = known.get(attribute)
    if (!values) return [`has the attribute “${attribute}”, which the scheme does not give to “${label}”`]
    return values.includes(value)
      ? []
      : [`has “${value}” for “${attribute}”, a value that the scheme does not know`]
  })
}

function linkProblems({ label, links = [] }: Said, scheme: Scheme): string[] {
  const known = new Set(linksOf(scheme, label).map(({ id }) => id))
  const strange = new Set(links.map(({ kind }) => kind).filter((kind) => !known.has(kind)))
  return [...strange].map((kind) => `has the link “${kind}”, which the scheme does not give to “${label}”`)
}
