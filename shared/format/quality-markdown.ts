import { markdownLine } from '../domain/markdown-line.ts'
import { percent, qualityFindings } from '../domain/quality-findings.ts'
import type { LabelQuality, QualityOf, QualityReport } from '../domain/quality-report.ts'
import { type Scheme, shownLabel } from '../domain/scheme.ts'
import { type Cells, markdownTable } from './markdown-table.ts'

export type QualityPage = {
  readonly report: QualityReport
  readonly scheme: Scheme
  /** Who is counted, but not with all, and not compared. */
  readonly apart: string | null
  /** Of the headings in it: `##`. */
  readonly heading: string
}

/** What a dataset is like as Markdown: the same numbers give the same words. */
export function qualityMarkdown(page: QualityPage): string {
  const { report, scheme, apart, heading } = page
  const columns = columnsOf(report)
  const findings = qualityFindings(report, scheme, apart)
  return [
    wholeTable(columns),
    ...(findings.length > 0
      ? [`${heading} What strikes the eye`, findings.map((one) => `- ${markdownLine(one)}`).join('\n')]
      : []),
    ...labelTables(columns, page),
    ...(report.unread.length > 0
      ? [`${heading} Not counted`, report.unread.map((one) => `- ${markdownLine(one)}`).join('\n')]
      : []),
  ].join('\n\n')
}

type Column = { readonly title: string; readonly of: QualityOf }

/** Where there is one annotator alone, all is said with that one. */
function columnsOf({ all, annotators }: QualityReport): readonly Column[] {
  const each = annotators.map((of) => ({ title: markdownLine(of.annotator), of }))
  return each.length === 1 ? each : [{ title: 'All', of: all }, ...each]
}

const WHOLE: readonly (readonly [string, (of: QualityOf) => string | number])[] = [
  ['Articles worked on', ({ articles }) => articles],
  ['Done', ({ done }) => done],
  ['Annotations', ({ annotations }) => annotations],
  ['Unsure', ({ unsure, annotations }) => shareIn(unsure, annotations)],
  ['With a note', ({ withNote, annotations }) => shareIn(withNote, annotations)],
  ['Lie in another', ({ nested, annotations }) => shareIn(nested, annotations)],
  ['Most on one character', ({ deepest }) => deepest],
  ['In several pieces', ({ discontinuous, annotations }) => shareIn(discontinuous, annotations)],
  ['Mentions linked to an actor', ({ linked, linkable }) => shareIn(linked, linkable)],
]

/** “12 (40 %)” */
const shareIn = (count: number, total: number): string =>
  total === 0 ? `${count}` : `${count} (${percent({ of: count, in: total })})`

const wholeTable = (columns: readonly Column[]): string =>
  markdownTable(
    ['', ...columns.map(({ title }) => title)],
    WHOLE.map(([title, cell]) => [title, ...columns.map(({ of }) => cell(of))]),
  )

function labelTables(columns: readonly Column[], { scheme, heading }: QualityPage): readonly string[] {
  const rows: Cells[] = []
  const roles: Cells[] = []
  for (const label of labelsIn(columns)) {
    const title = markdownLine(shownLabel(scheme, label).title)
    for (const column of columns) {
      const one = column.of.byLabel[label]
      if (one) rows.push([title, column.title, one.annotations, ...one.lengths])
    }
    for (const role of rolesIn(columns, label))
      roles.push([title, roleTitle(scheme, role), ...filled(columns, label, role)])
  }
  return [
    ...(rows.length > 0
      ? [`${heading} Labels and lengths, in characters`, markdownTable(LENGTHS_HEAD, rows)]
      : []),
    ...(roles.length > 0
      ? [
          `${heading} Acts with a role filled`,
          markdownTable(['Label', 'Role', ...columns.map(({ title }) => title)], roles),
        ]
      : []),
  ]
}

const LENGTHS_HEAD = [
  'Label',
  'Annotator',
  'Annotations',
  'Shortest',
  'First quarter',
  'Half',
  'Third quarter',
  'Longest',
]

const labelsIn = (columns: readonly Column[]): readonly string[] =>
  [...new Set(columns.flatMap(({ of }) => Object.keys(of.byLabel)))].sort()

const rolesIn = (columns: readonly Column[], label: string): readonly string[] =>
  [...new Set(columns.flatMap(({ of }) => Object.keys(of.byLabel[label]?.roles ?? {})))].sort()

const roleTitle = (scheme: Scheme, role: string): string =>
  markdownLine(scheme.roles.find(({ id }) => id === role)?.title ?? role)

const NO_LABEL: Pick<LabelQuality, 'annotations' | 'roles'> = { annotations: 0, roles: {} }

const filled = (columns: readonly Column[], label: string, role: string): readonly string[] =>
  columns.map(({ of }) => {
    const { annotations, roles } = of.byLabel[label] ?? NO_LABEL
    return shareIn(roles[role] ?? 0, annotations)
  })
