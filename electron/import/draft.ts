import type { ArticleDraft } from '#electron/library/add-article.ts'
import { NOTHING_KNOWN } from '#shared/domain/article.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { decodeText } from './decode.ts'
import { titleOf } from './title.ts'

/**
 * A file as the article it shall become. Its bytes are kept beside the text wherever the text's own bytes are not the
 * same, so that nothing of what was brought is lost.
 */
export function draftOf(bytes: Uint8Array, name: string): Result<ArticleDraft> {
  const decoded = decodeText(bytes, name)
  if (!decoded.ok) return decoded
  const { text, ...how } = decoded.value
  const isTheSame = Buffer.from(text).equals(bytes)
  const original = isTheSame ? null : extensionOf(name)
  return ok({
    text,
    metadata: { ...NOTHING_KNOWN, title: titleOf(text) },
    provenance: { ...how, original },
    original: isTheSame ? null : bytes,
  })
}

const extensionOf = (name: string): string => (/\.([a-z0-9]{1,12})$/i.exec(name)?.[1] ?? 'txt').toLowerCase()
