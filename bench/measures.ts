/** The articles that everything is measured on; `bytes` of text. */
export const SIZES = {
  S: { bytes: 5_000, annotations: 30 },
  M: { bytes: 100_000, annotations: 1_000 },
  L: { bytes: 1_000_000, annotations: 10_000 },
  XL: { bytes: 5_000_000, annotations: 20_000 },
} as const

export type SizeId = keyof typeof SIZES

/** What is measured, what it may cost, and which of its figures that is held against. */
export type Measure = {
  readonly title: string
  readonly unit: 'ms' | 'MB' | '×'
  readonly judged: 'median' | 'p95'
  /** For each size, one for all, or none where the figure only informs. */
  readonly budget: Readonly<Record<SizeId, number>> | number | null
}

const ONE_FRAME = { S: 16, M: 16, L: 16, XL: 16 }
const ONE_FRAME_OR_20 = { S: 16, M: 16, L: 16, XL: 20 }

export const MEASURES = {
  open: {
    title: 'open article → painted with marks',
    unit: 'ms',
    judged: 'median',
    budget: { S: 80, M: 100, L: 200, XL: 400 },
  },
  firstOpen: {
    title: 'the same, the first article of a process',
    unit: 'ms',
    judged: 'median',
    budget: null,
  },
  reopen: { title: 'the same, an article that was open before', unit: 'ms', judged: 'median', budget: null },
  label: { title: 'label key → painted', unit: 'ms', judged: 'p95', budget: ONE_FRAME },
  remove: { title: 'Delete → painted', unit: 'ms', judged: 'p95', budget: ONE_FRAME },
  select: { title: 'J, next mark → painted', unit: 'ms', judged: 'p95', budget: ONE_FRAME_OR_20 },
  caret: { title: 'caret → painted', unit: 'ms', judged: 'p95', budget: ONE_FRAME_OR_20 },
  extend: { title: 'Shift+arrow → painted', unit: 'ms', judged: 'p95', budget: ONE_FRAME_OR_20 },
  processor: {
    title: 'renderer’s main thread per edit',
    unit: 'ms',
    judged: 'median',
    budget: { S: 8, M: 8, L: 8, XL: 8 },
  },
  curve: {
    title: 'the same, among ever more annotations',
    unit: 'ms',
    judged: 'median',
    budget: null,
  },
  scroll: {
    title: 'scroll through: longest frame',
    unit: 'ms',
    judged: 'median',
    budget: { S: 33, M: 33, L: 33, XL: 50 },
  },
  saved: {
    title: 'edit → “All changes saved”',
    unit: 'ms',
    judged: 'p95',
    budget: { S: 30, M: 40, L: 150, XL: 300 },
  },
  noOthersEdit: {
    title: 'others’ marks left out: renderer’s main thread per edit',
    unit: 'ms',
    judged: 'median',
    budget: 8,
  },
  othersEdit: {
    title: 'the same, as many of another’s marks shown',
    unit: 'ms',
    judged: 'median',
    budget: 8,
  },
  noOthersScroll: {
    title: 'others’ marks left out: scroll through, longest frame',
    unit: 'ms',
    judged: 'median',
    budget: 33,
  },
  othersScroll: {
    title: 'the same, as many of another’s marks shown',
    unit: 'ms',
    judged: 'median',
    budget: 33,
  },
  heap: {
    title: 'renderer’s JS heap',
    unit: 'MB',
    judged: 'median',
    budget: { S: 20, M: 25, L: 60, XL: 150 },
  },
  longTask: {
    title: 'longest task while editing, moving, scrolling',
    unit: 'ms',
    judged: 'median',
    budget: { S: 50, M: 50, L: 50, XL: 50 },
  },
  manyRows: {
    title: '100,000 articles: process start → first rows painted',
    unit: 'ms',
    judged: 'median',
    budget: 1_500,
  },
  manyFilter: {
    title: '100,000 articles: filter typed key by key, slowest key → painted',
    unit: 'ms',
    judged: 'p95',
    budget: 50,
  },
  manyEdit: {
    title: '100,000 articles: renderer’s main thread per edit',
    unit: 'ms',
    judged: 'median',
    budget: 8,
  },
  preview: {
    title: '1,000 articles: all occurrences of a name → shown',
    unit: 'ms',
    judged: 'median',
    budget: 1_000,
  },
  propagation: {
    title: '1,000 articles: chosen occurrences → marked and on the disk',
    unit: 'ms',
    judged: 'median',
    budget: null,
  },
  propagationUndone: { title: 'the same, taken back', unit: 'ms', judged: 'median', budget: null },
  importTime: {
    title: 'import of a folder → last article on the disk',
    unit: 'ms',
    judged: 'median',
    budget: null,
  },
  importEach: { title: 'the same, for each file', unit: 'ms', judged: 'median', budget: null },
  importBlock: {
    title: 'the same: longest time that the main process answered nothing',
    unit: 'ms',
    judged: 'median',
    budget: null,
  },
  importLabel: { title: 'the same: label key → painted meanwhile', unit: 'ms', judged: 'p95', budget: null },
  importMain: { title: 'the same: main process, most memory', unit: 'MB', judged: 'median', budget: null },
  importParser: { title: 'the same: file reader, most memory', unit: 'MB', judged: 'median', budget: 512 },
  agreementTime: {
    title: 'agreement of all annotators → shown',
    unit: 'ms',
    judged: 'median',
    budget: 2_000,
  },
  agreementBlock: {
    title: 'the same: longest time that the main process answered nothing',
    unit: 'ms',
    judged: 'median',
    budget: null,
  },
  exportTime: { title: 'export, proven', unit: 'ms', judged: 'median', budget: null },
  exportMemory: { title: 'export: most memory of its process', unit: 'MB', judged: 'median', budget: 600 },
  validateTime: { title: 'validate a dataset', unit: 'ms', judged: 'median', budget: null },
  validateMemory: {
    title: 'validate: most memory of its process',
    unit: 'MB',
    judged: 'median',
    budget: 600,
  },
  startUp: {
    title: 'process start → first article painted',
    unit: 'ms',
    judged: 'median',
    budget: null,
  },
  emptyWindow: {
    title: 'process start → empty Electron window painted',
    unit: 'ms',
    judged: 'median',
    budget: null,
  },
  startUpRatio: { title: 'the one to the other', unit: '×', judged: 'median', budget: 1.3 },
} as const satisfies Readonly<Record<string, Measure>>

export type MeasureId = keyof typeof MEASURES
