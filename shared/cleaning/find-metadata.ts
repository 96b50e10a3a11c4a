import { METADATA_FIELDS, type MetadataField } from '#shared/domain/metadata.ts'
import { ruleFor } from './boilerplate-rules.ts'
import { agencyIn, bylineAbove, bylineOf, signatureOf } from './byline.ts'
import { datelineOf, type Piece } from './dateline.ts'
import { type FoundMetadata, type FoundValue, foundInText } from './found-metadata.ts'
import { citationOf, ownerOf } from './notices.ts'
import { publishedIn } from './published.ts'
import { endsAsSentence, type TextLine, textLines } from './text-lines.ts'
import { findTitle, type Title } from './title.ts'

/**
 * What the words of a text say of the article: in its head, the lines around the headline and the first paragraphs; and in
 * its tail, notices of rights and citations. Each claim has its place and how far it is to be believed; of several about
 * one field the one believed most stands. Nothing is guessed: what no line says is not there.
 */
const HEAD = 20_000
const TAIL = 8_000
const HEAD_LINES = 16
const PARAGRAPH = 160

type Claim = readonly [MetadataField, FoundValue]

/** `known`, what the format says beside its text, counts before what the words say, wherever it is not empty. */
export function findMetadata(text: string, known: FoundMetadata): FoundMetadata {
  const title = findTitle(text)
  const claims = [...claimsOfTitle(title), ...claimsOfHead(headOf(text, title), title), ...claimsOfTail(text)]
  const rows = METADATA_FIELDS.flatMap((field) => {
    const said = known[field]
    const one = said?.value.trim() ? said : strongest(claims, field)
    return one ? [[field, one] as const] : []
  })
  return withoutTwin(Object.fromEntries(rows), known)
}

function strongest(claims: readonly Claim[], field: MetadataField): FoundValue | undefined {
  const ours = claims.flatMap(([of, one]) => (of === field ? [one] : []))
  return ours.toSorted((a, b) => b.evidence.certainty - a.evidence.certainty)[0]
}

/** An agency's or an author's own copyright does not make them the publisher, too. */
function withoutTwin(found: FoundMetadata, known: FoundMetadata): FoundMetadata {
  const { publisher, ...rest } = found
  const others = [found.source?.value, found.byline?.value]
  const isTwin = publisher && !known.publisher && others.includes(publisher.value)
  return isTwin ? rest : found
}

const claimsOfTitle = ({ value, span, certainty }: Title): readonly Claim[] =>
  value ? [['title', foundInText(value, span, certainty)]] : []

/** The lines that may speak of the article: up to its second paragraph. */
function headOf(text: string, { span }: Title): readonly TextLine[] {
  const lines = textLines(text.slice(0, HEAD)).slice(0, HEAD_LINES)
  const isParagraph = ({ bare, start, text: line }: TextLine) =>
    start > (span?.start ?? 0) &&
    (line.length > PARAGRAPH || (line.length > 80 && endsAsSentence(line))) &&
    !isCredit(bare)
  // A standfirst may stand between the headline and the byline, so one paragraph is looked past.
  const [, second] = lines.flatMap((line, i) => (isParagraph(line) ? [i] : []))
  return second === undefined ? lines : lines.slice(0, second)
}

const isCredit = (bare: string): boolean => ruleFor({ text: bare, bare })?.kind === 'photo credit'

function claimsOfHead(lines: readonly TextLine[], { span, isHeadline }: Title): readonly Claim[] {
  return lines.flatMap((line, i) => {
    const isTitle = isHeadline && span !== null && line.start <= span.start && span.start < line.end
    return isTitle || isCredit(line.bare) ? [] : claimsOfLine(line, lineBelow(lines, i))
  })
}

/** The next line that says something of the article. */
const lineBelow = (lines: readonly TextLine[], i: number): string =>
  lines.slice(i + 1, i + 6).find((line) => !ruleFor(line) && /[\p{L}\p{N}]/u.test(line.text))?.text ?? ''

function claimsOfLine(line: TextLine, below: string): readonly Claim[] {
  const claim = (
    field: MetadataField,
    piece: Piece | null | undefined,
    certainty: number,
  ): readonly Claim[] => (piece ? [[field, inLine(line, piece, certainty)]] : [])
  const dateline = datelineOf(line.text)
  if (dateline) {
    const { place, agency, date } = dateline
    return [
      ...claim('dateline', place, agency ? 95 : 85),
      ...claim('source', agency, 95),
      ...claim('published', date, date?.value.startsWith('-') ? 60 : 90),
    ]
  }
  const byline = line.text.length <= PARAGRAPH ? bylineOf(line.text) : null
  const date = publishedIn(line.text)
  return [
    ...claim(byline?.kind === 'agency' ? 'source' : 'byline', byline, 90),
    ...claim('byline', byline ? null : bylineAbove(line.text, below), 60),
    ...claim('source', agencyIn(line.text), 80),
    ...claim('published', date, date?.value.startsWith('-') ? 65 : 92),
  ]
}

const inLine = ({ start }: TextLine, piece: Piece, certainty: number): FoundValue =>
  foundInText(piece.value, { start: start + piece.start, end: start + piece.end }, certainty)

function claimsOfTail(text: string): readonly Claim[] {
  const from = Math.max(0, text.length - TAIL)
  const lines = textLines(text.slice(from)).map((line) => ({ ...line, start: from + line.start }))
  return lines.flatMap((line) => [
    ...claimsOfCitation(line),
    ...claimsOfOwner(line),
    ...claimsOfSignature(line),
  ])
}

function claimsOfCitation(line: TextLine): readonly Claim[] {
  const citation = citationOf(line.text)
  if (!citation) return []
  const { url, host, published, retrieved } = citation
  return [
    ['url', inLine(line, url, 90)],
    ['publisher', inLine(line, host, 30)],
    ...(published ? [['published', inLine(line, published, 80)] as const] : []),
    ...(retrieved ? [['retrieved', inLine(line, retrieved, 90)] as const] : []),
  ]
}

function claimsOfOwner(line: TextLine): readonly Claim[] {
  const owner = ownerOf(line.text)
  if (!owner) return []
  return [[owner.kind === 'agency' ? 'source' : 'publisher', inLine(line, owner, 60)]]
}

/** “Reporting by NAME; editing by NAME”, “ab/cd (dpa)”. */
function claimsOfSignature(line: TextLine): readonly Claim[] {
  const [persons, agency] = [signatureOf(line.text), agencyIn(line.text)]
  return [
    ...(persons ? [['byline', inLine(line, persons, 75)] as const] : []),
    ...(agency ? [['source', inLine(line, agency, 70)] as const] : []),
  ]
}
