import { describe, expect, test } from 'vitest'
import { leastDisorder } from './best-alignment.ts'
import type { Unit } from './continuum.ts'
import { positional } from './dissimilarity.ts'
import { gammaTallies } from './gamma.ts'
import { lessDisagreement } from './measuring.ts'

const unit = (start: number, end: number, label = 0): Unit => ({ start, end, label })
const span = (start: number, end: number) => ({ start, end })

/** The numbers of γ of one continuum, all its steps taken at once. */
function talliesOf(length: number, annotators: readonly (readonly Unit[])[]) {
  const steps = gammaTallies([{ length, annotators }], { seed: 1, rounds: 30 })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value[0] as readonly [number, number]
  }
}

// Mathet, Widlöcher & Métivier (2015), figure 10, as pygamma-agreement's tests quote it.
test('positions are as unlike as in the paper’s figure', () => {
  expect(positional(span(4, 14), span(40, 44)).toFixed(1)).toBe('22.2')
  expect(positional(span(4, 14), span(20, 25)).toFixed(1)).toBe('3.2')
  expect(positional(span(4, 14), span(14, 24)).toFixed(1)).toBe('1.0')
  expect(positional(span(20, 30), span(20, 25)).toFixed(2)).toBe('0.11')
  expect(positional(span(20, 25), span(14, 24)).toFixed(2)).toBe('0.22')
  expect(positional(span(4, 14), span(4, 14))).toBe(0)
  // Figure 20: a scale makes no difference.
  expect(positional(span(0, 7), span(0, 10))).toBe(positional(span(0, 21), span(0, 30)))
})

// The example of Alex, Paul and Suzan that comes with the authors' software; pygamma-agreement's tests have a disorder of 0.96
// for its best alignment, which has six unitary alignments, and a γ between 0.44 and 0.47.
describe('Alex, Paul and Suzan', () => {
  const alex = [
    unit(2, 9, 1),
    unit(11, 17, 2),
    unit(24, 30, 5),
    unit(32, 36, 6),
    unit(36, 44, 6),
    unit(44, 60, 7),
  ]
  const paul = [unit(2, 9, 1), unit(11, 17, 3), unit(19, 25, 5), unit(32, 44, 6)]
  const suzan = [
    unit(2, 9, 1),
    unit(11, 17, 4),
    unit(21, 27, 5),
    unit(32, 36, 6),
    unit(36, 40, 6),
    unit(40, 44, 6),
  ]
  const all = [alex, paul, suzan].map((units) =>
    units.map((one) => unit(one.start - 2, one.end - 2, one.label)),
  )

  test('have the disorder of their best alignment', () => {
    expect((leastDisorder(all) / (16 / 3)).toFixed(2)).toBe('0.96')
  })

  test('agree as far as others have found', () => {
    const gamma = lessDisagreement(talliesOf(58, all))
    expect(gamma).toBeGreaterThan(0.43)
    expect(gamma).toBeLessThan(0.48)
  })
})
