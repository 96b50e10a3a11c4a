import { textOfBlocks } from '#electron/import/document/block.ts'
import { documentReading } from '#electron/import/document/document-reading.ts'
import { odtBlocks } from '#electron/import/office/odt-blocks.ts'
import { type OfficeParts, officeParts } from '#electron/import/office/office-parts.ts'
import { foundInProperties } from '#electron/import/office/properties.ts'
import { DEEPEST_XML } from '#electron/import/xml/walk-xml.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import type { Reader, Reading, SourceFile } from '../reading.ts'

export const odt: Reader = {
  read: async (file) => [{ part: null, reading: await readOdt(file) }],
}

const MANIFEST = 'META-INF/manifest.xml'
const PARTS: ReadonlySet<string> = new Set(['content.xml', 'meta.xml'])
const LIMITS = { elements: 400_000, depth: DEEPEST_XML }

async function readOdt(file: SourceFile): Promise<Result<Reading>> {
  const { name } = file
  const parts = await partsIn(file)
  if (!parts.ok) return parts
  const { xmlOf } = parts.value
  const blocks = odtBlocks(xmlOf('content.xml') ?? '', `“${name}”`, LIMITS)
  if (!blocks.ok) return blocks
  const found = foundInProperties(xmlOf('meta.xml'))
  return documentReading(file, 'odt', { text: textOfBlocks(blocks.value), found, boilerplate: [] })
}

/** The manifest is looked at first: it alone can be read where the rest is encrypted. */
async function partsIn({ bytes, name }: SourceFile): Promise<Result<OfficeParts>> {
  const manifest = await officeParts(bytes, name, { ...LIMITS, isWanted: (part) => part === MANIFEST })
  if (!manifest.ok) return manifest
  if (isEncrypted(manifest.value.xmlOf(MANIFEST)))
    return failed(`“${name}” is protected by a password; please save a copy without one and import that.`)
  return await officeParts(bytes, name, { ...LIMITS, isWanted: (part) => PARTS.has(part) })
}

const isEncrypted = (manifest: string | null): boolean => /<manifest:encryption-data\b/.test(manifest ?? '')
