import type { Carries, Format, FormatOption, OffsetUnit } from './format.ts'

/** docs/formats.md, made from the list of formats. */
export function formatsPage(formats: readonly Format[]): string {
  return [HEAD, NOTES, tableOf(formats), LEGEND, ...formats.map(sectionOf)].join('\n\n').concat('\n')
}

const HEAD = `# Formats of annotations

<!-- Written by UPDATE_DOCS=1 npx vitest run shared/format/interchange/formats-page.test.ts; change the adapters instead. -->

\`glosswright export <workspace> --format <id> --out <path>\` writes a format, \`glosswright formats --json\` lists them with all that stands here.
What a format cannot hold is counted before it is written, by the same rule for all of them; see
[what is lost, and who decides](export-format.md#what-a-format-cannot-hold). What was written is read back and compared with what was meant
before it gets its name, unless the format is only written.`

const NOTES = `More on [CSV, workbooks and Hugging Face](tables.md), and on [spaCy, Prodigy, doccano and Label Studio](annotation-tools.md).

In formats that are a folder with files for one annotator each (\`brat\`, \`webanno-tsv\`, \`uima-cas-json\`, \`uima-xmi\`) what several annotators
say of an article lies in folders, and an article of one annotator or of none is a file without one: files and folders may lie side by side.`

/** What stands above each column, and what it means. */
const COLUMNS: Readonly<Record<keyof Carries, readonly [title: string, meaning: string]>> = {
  text: ['text', 'the article’s text, character by character'],
  overlaps: ['overlaps', 'marks of one annotator that nest, cross or are on the same words'],
  fragments: ['pieces', 'marks in several pieces'],
  freeEdges: ['edges', 'marks that begin or end within a token'],
  roles: ['roles', 'who fills the roles of an act; *mentions*: only where a mention does'],
  links: ['links', 'links between acts'],
  attributes: ['attributes', 'attributes of acts'],
  actors: ['actors', 'whom of the registry a mention means, with the names'],
  notes: ['notes', 'remarks'],
  certainty: ['unsure', 'whether a mark is unsure'],
  annotators: ['annotators', 'who made a mark'],
  ids: ['ids', 'the marks’ own ids'],
  history: ['history', 'how and when a mark came to be'],
  metadata: ['metadata', 'byline, source, date and the like; the title alone does not count'],
  status: ['status', 'whether work on the article is done'],
  boilerplate: ['boilerplate', 'what of the text is not the article'],
  registry: ['registry', 'all of the registry, named by a mark or not'],
  scheme: ['scheme', 'labels, roles, attributes and guidelines'],
}

const KEYS = Object.keys(COLUMNS) as readonly (keyof Carries)[]

function tableOf(formats: readonly Format[]): string {
  const head = ['format', ...KEYS.map((key) => COLUMNS[key][0])]
  const rows = formats.map(({ id, carries }) => [
    `[\`${id}\`](#${id})`,
    ...KEYS.map((key) => cellOf(carries[key])),
  ])
  return [head, head.map((_, i) => (i === 0 ? '---' : ':-:')), ...rows].map(rowOf).join('\n')
}

const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const cellOf = (carried: boolean | string): string =>
  carried === 'mentions' ? 'mentions' : carried === true || carried === 'all' ? 'yes' : '–'

const LEGEND = KEYS.map((key) => `- **${COLUMNS[key][0]}**: ${COLUMNS[key][1]}`).join('\n')

const UNITS: Readonly<Record<OffsetUnit, string>> = {
  codepoint: 'Unicode code points',
  utf16: 'UTF-16 code units',
  byte: 'UTF-8 bytes',
  token: 'tokens',
}

function sectionOf(format: Format): string {
  const { id, title, summary, shape, ending, offsets, reads, options, source } = format
  const facts = [
    `${shape === 'file' ? `one file, \`.${ending}\`` : `a folder, known by its files \`.${ending}\``}`,
    `offsets in ${UNITS[offsets]}`,
    reads ? 'written and read' : 'written only',
    /^https?:/.test(source)
      ? `defined at <${source}>`
      : `defined in [${source}](${source.replace('docs/', '')})`,
  ]
  const lines = [`## ${id}`, '', `${title}: ${summary}.`, '', ...facts.map((fact) => `- ${fact}`)]
  return [...lines, ...options.map(optionLine)].join('\n')
}

function optionLine({ id, title, values }: FormatOption): string {
  const [first, ...rest] = values.map((value) => `\`${value.id}\` (${value.title})`)
  const choice = first === undefined ? 'any text' : [`${first}, the default`, ...rest].join('; ')
  return `- option \`${id}\`, ${title}: ${choice}`
}
