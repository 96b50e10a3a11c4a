import {
  type AgreementReport,
  type ArticleAgreement,
  ASPECTS,
  MEASURES,
  type PairAgreement,
} from './agreement-report.ts'
import { ASPECT_WORDS, GROUP_MEASURES, intervalWords, MEASURE_WORDS, numberWords } from './agreement-words.ts'

/** The numbers of a report for reading and for copying: the first row of each table is its head. */
export type NumberTable = { readonly title: string; readonly rows: readonly (readonly string[])[] }

/** `titleOf`: a label's title by its id. */
export function agreementTables(
  report: AgreementReport,
  titleOf: (label: string) => string,
): readonly NumberTable[] {
  const { pairs, byArticle } = report
  const [pair] = pairs
  const isOfTwo = pairs.length === 1 && pair !== undefined
  return [
    isOfTwo ? measuresOf(pair) : measuresTogether(report),
    ...(isOfTwo ? [] : [pairTable(pairs)]),
    isOfTwo ? labelsOf(pair, titleOf) : labelsTogether(report, titleOf),
    aspectTable(pairs),
    articleTable(byArticle),
  ].filter(({ rows }) => rows.length > 1)
}

const MEASURE_HEAD = ['Measure', 'Value', '95 % interval']

const measuresOf = ({ a, b, intervals, ...pair }: PairAgreement): NumberTable => ({
  title: `${a} and ${b}`,
  rows: [
    MEASURE_HEAD,
    ...MEASURES.map((one) => [
      MEASURE_WORDS[one].title,
      numberWords(pair[one]),
      intervalWords(intervals[one]),
    ]),
  ],
})

const measuresTogether = ({ intervals, ...report }: AgreementReport): NumberTable => ({
  title: 'All together',
  rows: [
    MEASURE_HEAD,
    ...GROUP_MEASURES.map((one) => [
      MEASURE_WORDS[one].title,
      numberWords(report[one]),
      intervalWords(intervals[one]),
    ]),
  ],
})

const shortOf = (measures: readonly (keyof typeof MEASURE_WORDS)[]): readonly string[] =>
  measures.map((one) => MEASURE_WORDS[one].short)

const pairTable = (pairs: readonly PairAgreement[]): NumberTable => ({
  title: 'Two by two',
  rows: [
    ['Annotators', 'Articles', ...shortOf(MEASURES)],
    ...pairs.map((pair) => [
      `${pair.a}, ${pair.b}`,
      String(pair.articles),
      ...MEASURES.map((one) => numberWords(pair[one])),
    ]),
  ],
})

const labelsOf = ({ byLabel }: PairAgreement, titleOf: (label: string) => string): NumberTable => ({
  title: 'Labels',
  rows: [
    ['Label', ...shortOf(MEASURES)],
    ...Object.entries(byLabel).map(([label, values]) => [
      titleOf(label),
      ...MEASURES.map((one) => numberWords(values[one])),
    ]),
  ],
})

const labelsTogether = ({ byLabel }: AgreementReport, titleOf: (label: string) => string): NumberTable => ({
  title: 'Labels',
  rows: [
    ['Label', ...shortOf(GROUP_MEASURES)],
    ...Object.entries(byLabel).map(([label, values]) => [
      titleOf(label),
      ...GROUP_MEASURES.map((one) => numberWords(values[one])),
    ]),
  ],
})

const aspectTable = (pairs: readonly PairAgreement[]): NumberTable => ({
  title: 'What of a mark',
  rows: [
    ['Annotators', 'What', 'Agreed', 'Compared', 'κ'],
    ...pairs.flatMap(({ a, b, aspects }) =>
      ASPECTS.filter((one) => aspects[one].compared > 0).map((one) => [
        `${a}, ${b}`,
        ASPECT_WORDS[one].title,
        String(aspects[one].agreed),
        String(aspects[one].compared),
        numberWords(aspects[one].kappa),
      ]),
    ),
  ],
})

const articleTable = (articles: readonly ArticleAgreement[]): NumberTable => ({
  title: 'Articles, where the marks differ most first',
  rows: [
    ['Article', 'Annotators', 'Differ', 'Of', ...shortOf(['exactF1', 'overlapF1', 'alpha', 'gamma'])],
    ...articles.map((one) => [
      one.title,
      one.annotators.join(', '),
      String(one.differences),
      String(one.groups),
      ...[one.exactF1, one.overlapF1, one.alpha, one.gamma].map(numberWords),
    ]),
  ],
})

/** As spreadsheets take it from the clipboard: cells by tabs, tables by an empty line. */
export const tabSeparated = (tables: readonly NumberTable[]): string =>
  tables
    .map(({ title, rows }) => [[title], ...rows].map((row) => row.map(plainCell).join('\t')).join('\n'))
    .join('\n\n')

const plainCell = (words: string): string => words.replace(/[\t\r\n]+/gu, ' ')
