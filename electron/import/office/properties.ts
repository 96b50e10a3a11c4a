import { foundInFile } from '#electron/import/document/document-reading.ts'
import { DEEPEST_XML, walkXml } from '#electron/import/xml/walk-xml.ts'
import { isoDate } from '../iso-date.ts'
import type { Found } from '../reading.ts'

/** Programs fill some of it in unasked: the name of whoever installed them, say. */
const CERTAINTY = 60
const LIMITS = { elements: 1000, depth: DEEPEST_XML }

/**
 * Title, author and language of an office document. When it was written says nothing of when it was published, so of its
 * dates only that of its issue counts.
 * @param xml Dublin Core within `docProps/core.xml` or `meta.xml`; null where the document has none.
 */
export function foundInProperties(xml: string | null): Found {
  const values = new Map<string, string>()
  let open = ''
  const walked = walkXml(xml ?? '', 'properties', LIMITS, {
    onOpen: (name) => {
      open = name
    },
    onClose: () => {
      open = ''
    },
    onText: (words) => {
      if (open) values.set(open, (values.get(open) ?? '') + words)
    },
  })
  if (!walked.ok) return {}
  const byline = values.get('meta:initial-creator') ?? values.get('dc:creator')
  return foundInFile(
    {
      title: values.get('dc:title'),
      byline,
      language: values.get('dc:language'),
      published: isoDate(values.get('dcterms:issued') ?? ''),
    },
    CERTAINTY,
  )
}
