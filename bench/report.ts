import { availableParallelism, cpus, loadavg } from 'node:os'
import { type Figure, quantile } from './figures.ts'
import { MEASURES, type Measure, type MeasureId, SIZES, type SizeId } from './measures.ts'

/** The figures as Markdown: what they were taken on, and a table of them beside their budgets. */
export function report(figures: readonly Figure[]): string {
  const rows = Object.keys(MEASURES).flatMap((measure) =>
    figures.filter((figure) => figure.measure === measure).map(row),
  )
  return [facts(), '', HEAD, RULE, ...rows, ''].join('\n')
}

const HEAD = '| what | size | median | p95 | n | budget | of it | |'
const RULE = '|---|---|--:|--:|--:|--:|--:|---|'

function facts(): string {
  const [processor] = cpus()
  const today = new Date().toISOString().slice(0, 10)
  const sizes = Object.entries(SIZES).map(
    ([id, { bytes, annotations }]) => `${id} ${bytes / 1_000} kB, ${annotations} annotations`,
  )
  const load = loadavg().map((processes) => processes.toFixed(1))
  const machine = `${availableParallelism()} cores (${processor?.model.trim()}), load average ${load.join(', ')}`
  return `Electron ${process.env.TESTED_ELECTRON}, ${machine}, ${today}. ${sizes.join(' · ')}.`
}

function row({ measure: id, size, among, samples }: Figure): string {
  const measure: Measure = MEASURES[id]
  const [median, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)]
  const cells = [measure.title, size ?? among ?? '', inUnit(median, id), inUnit(p95, id), samples.length]
  return `| ${[...cells, ...verdict(id, size, { median, p95 })].join(' | ')} |`
}

function verdict(
  id: MeasureId,
  size: SizeId | undefined,
  values: Record<Measure['judged'], number>,
): string[] {
  const { judged, budget }: Measure = MEASURES[id]
  const allowed = typeof budget === 'object' && budget ? size && budget[size] : budget
  if (allowed === null || allowed === undefined) return ['', '', '']
  const value = values[judged]
  const share = `${Math.round((100 * value) / allowed)} %`
  return [`${judged} ≤ ${inUnit(allowed, id)}`, share, value <= allowed ? 'met' : '**MISSED**']
}

function inUnit(value: number, id: MeasureId): string {
  const { unit } = MEASURES[id]
  return `${value < 10 && !Number.isInteger(value) ? value.toFixed(unit === '×' ? 2 : 1) : Math.round(value)} ${unit}`
}
