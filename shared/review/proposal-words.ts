import { attributeValue } from '#shared/domain/act-edits.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { Judgement } from '#shared/domain/review.ts'
import { attributesOf, type Scheme, shownLabel } from '#shared/domain/scheme.ts'
import { shortQuoteOf } from '#shared/domain/short-quote.ts'
import { saidDifferently } from './proposals.ts'

export type Place = { readonly text: string; readonly scheme: Scheme }

/** What a proposal would change, in a few words: “end it at “June”, label it Commitment”. */
export function proposalWords({ about, proposal }: Judgement, place: Place): string {
  const judged = about[0]?.as
  if (!judged || !proposal) return ''
  const parts = saidDifferently(judged, proposal)
  const words = [
    parts.includes('words') ? [wordsOf(judged, proposal, place.text)] : [],
    parts.includes('label') ? [`label it ${shownLabel(place.scheme, proposal.label).title}`] : [],
    parts.includes('attributes') && !parts.includes('label')
      ? attributesIn(judged, proposal, place.scheme)
      : [],
    parts.some((part) => part === 'roles' || part === 'actor' || part === 'links')
      ? parts.includes('label')
        ? []
        : ['say otherwise who is in it']
      : [],
  ]
  return words.flat().join(', ')
}

function wordsOf(judged: Annotation, proposal: Annotation, text: string): string {
  const quote = `“${shortQuoteOf(text, proposal)}”`
  if (judged.start === proposal.start && !proposal.fragments) return `end it at ${quote}`
  if (judged.end === proposal.end && !proposal.fragments) return `begin it at ${quote}`
  return `mark ${quote}`
}

const attributesIn = (judged: Annotation, proposal: Annotation, scheme: Scheme): readonly string[] =>
  attributesOf(scheme, proposal.label)
    .filter((attribute) => attributeValue(judged, attribute) !== attributeValue(proposal, attribute))
    .map((attribute) => `say ${attribute.title.toLowerCase()}: ${attributeValue(proposal, attribute)}`)
