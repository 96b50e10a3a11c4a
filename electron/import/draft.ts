import type { ArticleDraft } from '#electron/library/add-article.ts'
import { findBoilerplate } from '#shared/cleaning/find-boilerplate.ts'
import { findMetadata } from '#shared/cleaning/find-metadata.ts'
import { findTitle } from '#shared/cleaning/title.ts'
import { METADATA_FIELDS, type Metadata, NOTHING_KNOWN } from '#shared/domain/metadata.ts'
import { languageOf } from './language.ts'
import type { Found, Reading } from './reading.ts'

/**
 * A reading as the article it shall become: what its format says, and what its words say besides. The original bytes are
 * kept beside the text wherever the text's own bytes are not the same, so that nothing of what was brought is lost.
 */
export function draftOf({ text, decoded, found, boilerplate, original }: Reading): ArticleDraft {
  const isTheSame = Buffer.from(text).equals(original.bytes)
  const title = findTitle(text)
  const headline = title.isHeadline ? title.span : null
  const cleaned = findBoilerplate(text, { headline, structure: boilerplate })
  const language = languageOf(text, cleaned)
  const all: Found = { ...(language && { language }), ...findMetadata(text, found) }
  return {
    text,
    metadata: { ...NOTHING_KNOWN, title: title.value, ...valuesOf(all) },
    evidence: evidenceOf(all),
    boilerplate: cleaned,
    provenance: { ...decoded, original: isTheSame ? null : original.ending },
    original: isTheSame ? null : original.bytes,
  }
}

const valuesOf = (found: Found): Partial<Metadata> => eachFound(found, ({ value }) => value)

const evidenceOf = (found: Found): ArticleDraft['evidence'] => eachFound(found, ({ evidence }) => evidence)

type One = NonNullable<Found[keyof Found]>

function eachFound<T>(found: Found, pick: (one: One) => T) {
  const rows = METADATA_FIELDS.flatMap((field) => {
    const one = found[field]
    return one ? [[field, pick(one)] as const] : []
  })
  return Object.fromEntries(rows)
}
