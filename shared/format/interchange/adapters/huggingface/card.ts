import { markdownLine as line } from '#shared/domain/markdown-line.ts'
import type { ExportFrame } from '#shared/format/interchange/adapter.ts'
import { type Cells, markdownTable } from '#shared/format/markdown-table.ts'
import { qualityMarkdown } from '#shared/format/quality-markdown.ts'
import type { Counts, SplitCounts } from './counts.ts'
import { FIELDS, type Field } from './record.ts'
import { SPLITS, type SplitName } from './splits.ts'

/** The dataset card: what programs read first, then what people read. https://huggingface.co/docs/hub/datasets-cards */
export type Card = {
  readonly frame: ExportFrame
  readonly counts: Counts
  readonly license: string
  /** `80/10/10` */
  readonly shares: string
  /** Of each kind of files that is there, by the name that it is loaded by; the first one is loaded where nothing is said. */
  readonly configs: readonly Config[]
  readonly splits: readonly SplitName[]
}

export type Config = { readonly name: string; readonly path: (split: SplitName) => string }

export const cardText = (card: Card): string => `---\n${frontMatter(card)}---\n\n${body(card)}`

/** Licences of the hub's list that datasets have; others are given by their name. */
const LICENSES = [
  ...['apache-2.0', 'mit', 'cc0-1.0', 'cc-by-4.0', 'cc-by-sa-4.0', 'cc-by-nc-4.0', 'cc-by-nd-4.0', 'pddl'],
  ...['cc-by-nc-nd-4.0', 'cc-by-nc-sa-4.0', 'odc-by', 'odbl', 'cdla-permissive-2.0', 'unknown', 'other'],
]

function frontMatter({ frame, counts, license, configs, splits }: Card): string {
  const languages = [...counts.languages].filter((one) => /^[a-z]{2,3}$/.test(one)).sort()
  return [
    `pretty_name: ${JSON.stringify(frame.workspace.name)}`,
    ...licenseLines(license.trim()),
    ...(languages.length > 0 ? ['language:', ...languages.map((one) => `- ${JSON.stringify(one)}`)] : []),
    'task_categories:',
    '- token-classification',
    'size_categories:',
    `- ${sizeCategory(counts.articles)}`,
    'configs:',
    ...configs.flatMap(({ name, path }) => [
      `- config_name: ${name}`,
      '  data_files:',
      ...splits.flatMap((split) => [`  - split: ${split}`, `    path: ${path(split)}`]),
    ]),
    'dataset_info:',
    ...configs.flatMap(({ name }) => [
      `- config_name: ${name}`,
      '  features:',
      ...FIELDS.flatMap((field) => featureLines(field, '  ')),
    ]),
    '',
  ].join('\n')
}

function licenseLines(license: string): readonly string[] {
  if (license === '') return ['license: unknown']
  const known = LICENSES.find((one) => one === license.toLowerCase())
  return known ? [`license: ${known}`] : ['license: other', `license_name: ${JSON.stringify(license)}`]
}

const SIZES: readonly (readonly [number, string])[] = [
  [1_000, 'n<1K'],
  [10_000, '1K<n<10K'],
  [100_000, '10K<n<100K'],
  [1_000_000, '100K<n<1M'],
  [10_000_000, '1M<n<10M'],
]

const sizeCategory = (count: number): string => SIZES.find(([below]) => count < below)?.[1] ?? '10M<n<100M'

/** Said, so that lists which are empty throughout are still loaded as what they are. */
function featureLines({ name, kind, fields }: Field, indent: string): readonly string[] {
  const start = `${indent}- name: ${name}`
  if (kind !== 'list') return [start, `${indent}  dtype: ${kind === 'text' ? 'string' : 'int32'}`]
  return [start, `${indent}  list:`, ...fields.flatMap((field) => featureLines(field, `${indent}  `))]
}

function body({ frame, counts, license, shares, splits }: Card): string {
  const { scheme, tool, workspace } = frame
  return `${[
    `# ${line(workspace.name)}`,
    `Articles in which it is marked who did what, labelled by hand with ${tool.name} ${tool.version}. Scheme: ${line(scheme.title)}.`,
    `Licence: ${license.trim() === '' ? 'nothing was said' : line(license)}.`,
    '## What is in a row',
    'One article: its `text` exactly as it was annotated, line ends included, the text’s `sha256`, what is known of it, and its `annotations`. ' +
      'In each annotation `start` and `end` count Unicode code points, as Python does, from 0; the end is exclusive, so `text[start:end] == annotation["text"]`. ' +
      'An annotation in several pieces has all of them in `fragments`. ' +
      'In `roles`, a filler of kind `mention` is another annotation of the article and the same annotator, `actor` is somebody in `actors.jsonl`, and `constant` is “author” or “unknown”. ' +
      'The scheme is in `scheme.json`. What the export left out, if anything, is in `glosswright-export.json`.',
    '## Splits',
    `Articles are dealt out ${shares} (train/validation/test, in percent) by a hash of their text: the same article is always in the same split. Articles that are nearly the same are never in different ones, so the shares are not exact.`,
    table(['Split', 'Articles', 'Annotations'], splits, counts, (one) => [[one.articles, one.annotations]]),
    ...counted('Labels', 'Label', { splits, counts, of: ({ labels }) => labels }),
    ...counted('Fillers of roles', 'Role', { splits, counts, of: ({ roles }) => roles }),
    ...counted('Annotations by annotator', 'Annotator', {
      splits,
      counts,
      of: ({ annotators }) => annotators,
    }),
    ...(counts.articles > 0
      ? ['## Quality', qualityMarkdown({ report: counts.quality, scheme, apart: null, heading: '###' })]
      : []),
    '## Scheme',
    ...scheme.labels.map(({ id, title, description }) =>
      `- \`${id}\`: **${line(title)}**. ${line(description)}`.trimEnd(),
    ),
    ...scheme.roles.map(({ id, title, on }) => `- role \`${id}\` (${on.join(', ')}): ${line(title)}`),
    ...scheme.attributes.map(
      ({ id, on, values }) => `- attribute \`${id}\` (${on.join(', ')}): ${values.map(line).join(', ')}`,
    ),
  ].join('\n\n')}\n`
}

function table(
  head: readonly string[],
  splits: readonly SplitName[],
  { bySplit }: Counts,
  cellsOf: (counts: SplitCounts) => readonly Cells[],
): string {
  const rows = splits.flatMap((split) =>
    cellsOf(bySplit.get(split) as SplitCounts).map((cells) => [split, ...cells]),
  )
  return markdownTable(head, rows)
}

type Counted = {
  readonly splits: readonly SplitName[]
  readonly counts: Counts
  readonly of: (counts: SplitCounts) => ReadonlyMap<string, number>
}

/** A column for each split. */
function counted(title: string, head: string, { splits, counts, of }: Counted): readonly string[] {
  const all = SPLITS.filter((split) => splits.includes(split))
  const found = all.map((split) => of(counts.bySplit.get(split) as SplitCounts))
  const keys = [...new Set(found.flatMap((one) => [...one.keys()]))].sort()
  if (keys.length === 0) return []
  const rows = keys.map((key) => [line(key), ...found.map((one) => one.get(key) ?? 0)])
  return [`## ${title}`, markdownTable([head, ...all], rows)]
}
