import { test } from '../e2e/fixture.ts'
import type { MeasureId, SizeId } from './measures.ts'

/** All samples of one measure, on an article of one size, or among so many annotations, where it is about those. */
export type Figure = {
  readonly measure: MeasureId
  readonly size?: SizeId
  readonly among?: string
  readonly samples: readonly number[]
}

const ATTACHMENT = 'figure'

/** Hands a figure to the report. */
export function keepFigure(figure: Figure): Promise<void> {
  return test.info().attach(ATTACHMENT, { body: JSON.stringify(figure), contentType: 'application/json' })
}

export type Attachment = { readonly name: string; readonly body?: Buffer }

/** The figures that a test has handed over. */
export function figuresIn(attachments: readonly Attachment[]): Figure[] {
  return attachments.flatMap(({ name, body }) =>
    name === ATTACHMENT && body ? [JSON.parse(String(body))] : [],
  )
}

/** The value that `share` of the samples do not exceed: 0.5 for the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
