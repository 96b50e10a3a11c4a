import type { Block } from '#electron/import/document/block.ts'
import { walkXml, type XmlLimits } from '#electron/import/xml/walk-xml.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { noteBlock } from './document-builder.ts'
import type { OfficeParts } from './office-parts.ts'
import { type NoteReference, WordText } from './word-text.ts'

/** The blocks of a Word document: those of its body, and behind them the notes that it refers to. */
export function wordBlocks(parts: OfficeParts, name: string, limits: XmlLimits): Result<readonly Block[]> {
  const path = bodyPath(parts, limits)
  const xml = parts.xmlOf(path)
  if (xml === null) return failed(`“${name}” is damaged or no Word document; please get another copy of it.`)
  const styles = listStyles(parts.xmlOf(path.replace(/[^/]*$/, 'styles.xml')), limits)
  const body = new WordText(styles)
  const walked = walkXml(xml, `“${name}”`, limits, body)
  if (!walked.ok) return walked
  const notes = {
    footnotes: notesIn(parts.xmlOf(path.replace(/[^/]*$/, 'footnotes.xml')), limits),
    endnotes: notesIn(parts.xmlOf(path.replace(/[^/]*$/, 'endnotes.xml')), limits),
  }
  const textOf = ({ kind, id }: NoteReference) => notes[kind].get(id) ?? ''
  return ok([...body.blocks, ...body.references.map((note, i) => noteBlock(i + 1, textOf(note)))])
}

/** Where the package says that its document lies; nearly always in `word/document.xml`. */
function bodyPath({ xmlOf }: OfficeParts, limits: XmlLimits): string {
  let path = 'word/document.xml'
  walkXml(xmlOf('_rels/.rels') ?? '', 'relationships', limits, {
    onOpen: (_, { Type, Target }) => {
      if (Type?.endsWith('/officeDocument') && Target) path = Target.replace(/^\//, '')
    },
  })
  return path
}

/** Ids of the styles that make an item of a list. */
function listStyles(xml: string | null, limits: XmlLimits): ReadonlySet<string> {
  const ids = new Set<string>()
  let style = ''
  walkXml(xml ?? '', 'styles', limits, {
    onOpen: (name, attributes) => {
      if (name === 'w:style') style = attributes['w:styleId'] ?? ''
      if (name === 'w:numId' && attributes['w:val'] !== '0') ids.add(style)
    },
  })
  return ids
}

function notesIn(xml: string | null, limits: XmlLimits): ReadonlyMap<string, string> {
  const text = new WordText(new Set())
  walkXml(xml ?? '', 'notes', limits, text)
  return text.notes
}
