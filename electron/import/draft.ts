import type { ArticleDraft } from '#electron/library/add-article.ts'
import { METADATA_FIELDS, type Metadata, NOTHING_KNOWN } from '#shared/domain/metadata.ts'
import type { Found, Reading } from './reading.ts'
import { titleOf } from './title.ts'

/**
 * A reading as the article it shall become. The original bytes are kept beside the text wherever the text's own bytes are
 * not the same, so that nothing of what was brought is lost.
 */
export function draftOf({ text, decoded, found, boilerplate, original }: Reading): ArticleDraft {
  const isTheSame = Buffer.from(text).equals(original.bytes)
  return {
    text,
    metadata: { ...NOTHING_KNOWN, title: titleOf(text), ...valuesOf(found) },
    evidence: evidenceOf(found),
    boilerplate,
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
