import { attributeValue, fillersOf } from '#shared/domain/act-edits.ts'
import { type ActPlace, fillerName } from '#shared/domain/act-sentence.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { listed } from '#shared/domain/listed.ts'
import { attributesOf, linksOf, rolesOf } from '#shared/domain/scheme.ts'
import { shortQuoteOf } from '#shared/domain/short-quote.ts'

export type Fact = { readonly title: string; readonly value: string }

/** What is said of a mark besides its words and its label, in words. */
export function factsOf(mark: Annotation, place: ActPlace): readonly Fact[] {
  const { scheme } = place
  const named = (fillers: Parameters<typeof fillerName>[0][]) =>
    listed(fillers.map((filler) => fillerName(filler, place)))
  const roles = rolesOf(scheme, mark.label).map(({ id, title }) => ({
    title,
    value: named([...fillersOf(mark, id)]),
  }))
  const attributes = attributesOf(scheme, mark.label).map((attribute) => ({
    title: attribute.title,
    value: attributeValue(mark, attribute),
  }))
  const actor = mark.actor === undefined ? '' : named([{ actor: mark.actor }])
  const links = linksOf(scheme, mark.label).map(({ id, title }) => ({
    title,
    value: linkedTo(mark, id, place),
  }))
  return [{ title: 'Actor', value: actor }, ...roles, ...attributes, ...links].filter(
    ({ value }) => value !== '',
  )
}

const linkedTo = ({ links = [] }: Annotation, kind: string, { annotations, text }: ActPlace): string =>
  links
    .flatMap((link) => (link.kind === kind ? (annotations.get(link.to) ?? []) : []))
    .map((other) => `“${shortQuoteOf(text, other)}”`)
    .join(', ')
