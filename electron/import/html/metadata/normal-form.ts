import { isoDate } from '#electron/import/iso-date.ts'
import type { MetadataField } from '#shared/domain/metadata.ts'

/** A value as the workspace has it, or null where it is none: a name that is an address, a date that is not complete. */
export function inNormalForm(field: MetadataField, value: string): string | null {
  const words = value.replace(/\s+/gu, ' ').trim()
  if (words === '' || words.length > LONGEST) return null
  const form = FORMS[field]
  return form ? form(words) : words
}

const LONGEST = 2000

const FORMS: { readonly [F in MetadataField]?: (words: string) => string | null } = {
  title: (words) => (words.length > 300 ? null : words),
  byline: name,
  source: name,
  publisher: (words) => (isAddress(words) ? null : words),
  published: isoDate,
  retrieved: isoDate,
  language,
  url: address,
}

function name(words: string): string | null {
  const bare = words.replace(/^by[\s:]+/i, '').trim()
  return bare === '' ||
    isAddress(bare) ||
    /[<>{}[\]]/.test(bare) ||
    /^(?:admin|administrator|staff|webmaster|unknown|null|undefined)$/i.test(bare)
    ? null
    : bare
}

const isAddress = (words: string): boolean => /^(?:https?:)?\/\/|^[@#/]|^www\./i.test(words)

function language(words: string): string | null {
  if (!/^[a-z]{2,3}(?:[_-]|$)/i.test(words)) return null
  try {
    return Intl.getCanonicalLocales(words.replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
}

/** As data: it is never opened. Anything but a page on the web is none. */
function address(words: string): string | null {
  try {
    const { protocol, href } = new URL(words)
    return protocol === 'http:' || protocol === 'https:' ? href : null
  } catch {
    return null
  }
}
