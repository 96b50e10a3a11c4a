import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { applyEdit } from '#shared/domain/edit.ts'
import { linesOf } from '#shared/domain/lines.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { caretAt } from '#shared/domain/selection.ts'
import { recordsWithEdits } from '#shared/testing/edit-sequences.ts'
import { articleText, mark } from '#shared/testing/samples.ts'
import { type AnnotationFilter, desk, noFilter, type OpenArticle } from './desk.ts'
import {
  clearFilter,
  isFiltering,
  type ListedAnnotations,
  listedIn,
  listedRank,
  neighbourInList,
  setFilter,
  toggleFilterLabel,
} from './filtering.ts'

const TEXT = 'Ana Ruiz said that Norland would sign; Ana\nRuiz and Norland’s envoy agreed'

/** A mark on the nth occurrence of `words`. */
function markOn(words: string, id: string, more: Partial<Annotation> = {}, nth = 0): Annotation {
  let start = TEXT.indexOf(words)
  for (let i = 0; i < nth; i++) start = TEXT.indexOf(words, start + 1)
  return { ...mark(id, start, start + words.length), ...more }
}

const ANA = markOn('Ana Ruiz', 'ana')
const NORLAND = markOn('Norland', 'norland', { certainty: 'unsure' })
const SIGN = markOn('Norland would sign', 'sign', {
  label: 'commitment',
  note: 'Who is bound, Norland’s crown?',
})
const ANA_AGAIN = markOn('Ana\nRuiz', 'ana-again', { certainty: 'unsure', note: 'the same' })
const SPLIT: Annotation = {
  ...markOn('Norland’s envoy agreed', 'split', { label: 'commitment' }),
  fragments: [markOn('Norland', '', {}, 1), markOn('agreed', '')],
}
const ALL = [ANA, SIGN, NORLAND, ANA_AGAIN, SPLIT]

function openWith(annotations: Iterable<Annotation>, more: Partial<OpenArticle> = {}): OpenArticle {
  return {
    ...articleText(TEXT),
    lines: linesOf(TEXT),
    record: { ...emptyRecord, annotations: AnnotationSet.from(annotations) },
    access: { kind: 'write' },
    restore: null,
    selected: null,
    recent: null,
    edge: 0,
    selection: caretAt(0),
    ...more,
  }
}

const listed = (filter: Partial<AnnotationFilter>): string[] =>
  idsIn(listedIn(openWith(ALL), { ...noFilter, ...filter }))

const idsIn = (list: ListedAnnotations): string[] =>
  Array.from({ length: list.size }, (_, rank) => list.at(rank)?.id ?? '')

afterEach(clearFilter)

describe('the annotations that the list shows', () => {
  it('are all of them in reading order without a filter', () => {
    expect(listed({})).toEqual(['ana', 'sign', 'norland', 'ana-again', 'split'])
    expect(listed({ text: ' ' })).toEqual(['ana', 'sign', 'norland', 'ana-again', 'split'])
  })

  it('are those whose words or note say what is looked for, as the find field takes it', () => {
    expect(listed({ text: 'ana ruiz' })).toEqual(['ana', 'ana-again'])
    expect(listed({ text: 'CROWN' })).toEqual(['sign'])
    expect(listed({ text: 'nobody' })).toEqual([])
  })

  it('are not those that say it between their fragments', () => {
    expect(listed({ text: 'envoy' })).toEqual([])
    expect(listed({ text: 'agreed' })).toEqual(['split'])
  })

  it('are of any of the labels, and unsure, and with a note, where that is asked', () => {
    expect(listed({ labels: ['actor'] })).toEqual(['ana', 'norland', 'ana-again'])
    expect(listed({ labels: ['actor', 'commitment'] })).toHaveLength(5)
    expect(listed({ unsure: true })).toEqual(['norland', 'ana-again'])
    expect(listed({ unsure: true, withNote: true })).toEqual(['ana-again'])
    expect(listed({ labels: ['commitment'], text: 'norland', withNote: true })).toEqual(['sign'])
  })

  it('are those that the checks have something to say of, as soon as it is known', () => {
    const filter = { ...noFilter, hinted: true, labels: ['actor'] }
    const hinted = (...ids: readonly string[]) =>
      idsIn(listedIn(openWith(ALL), filter, { hinted: new Set(ids), remarked: new Map() }))
    expect([hinted(), hinted('ana', 'sign'), hinted('norland')]).toEqual([[], ['ana'], ['norland']])
  })

  it('are asked of the article that is open, also where the filter stays', () => {
    const filter = { ...noFilter, text: 'ruiz' }
    expect(listedIn(openWith(ALL), filter).size).toBe(2)
    expect(listedIn(openWith(ALL, { text: 'x'.repeat(TEXT.length) }), filter).size).toBe(0)
    expect(listedIn(openWith(ALL), filter).size).toBe(2)
  })

  it('are after every edit those that a look at each of them would give', () => {
    const filters = fc.record({
      text: fc.constantFrom('', 'a', 'é', 'z'),
      labels: fc.subarray(['actor', 'commitment']),
      unsure: fc.boolean(),
      withNote: fc.boolean(),
      hinted: fc.constant(false),
      remarked: fc.constant(false),
    })
    return fc.assert(
      fc.property(recordsWithEdits, filters, ({ record, edits }, filter) => {
        const records = [record]
        for (const edit of edits) records.push(applyEdit(records.at(-1) ?? record, edit))
        const lists = (filterOf: () => AnnotationFilter) =>
          records.map((now) => idsIn(listedIn(openWith([], { record: now }), filterOf())))
        // One filter keeps what it knows from edit to edit, the others are new each time.
        expect(lists(() => filter)).toEqual(lists(() => ({ ...filter })))
      }),
    )
  })

  it('know the place of each, and of none that they leave out', () => {
    const list = listedIn(openWith(ALL), { ...noFilter, labels: ['actor'] })
    expect([ANA, NORLAND, ANA_AGAIN].map((annotation) => listedRank(list, annotation))).toEqual([0, 1, 2])
    expect([SIGN, SPLIT].map((annotation) => listedRank(list, annotation))).toEqual([-1, -1])
  })
})

describe('walking the list', () => {
  const next = (more: Partial<OpenArticle>) => neighbourInList(openWith(ALL, more), 1)?.id
  const previous = (more: Partial<OpenArticle>) => neighbourInList(openWith(ALL, more), -1)?.id

  it('goes from the selected one, and round the ends', () => {
    expect([next({ selected: 'sign' }), previous({ selected: 'sign' })]).toEqual(['norland', 'ana'])
    expect([next({ selected: 'split' }), previous({ selected: 'ana' })]).toEqual(['ana', 'split'])
  })

  it('goes from the caret where none is selected', () => {
    const selection = caretAt(NORLAND.start + 1)
    expect([next({ selection }), previous({ selection })]).toEqual(['ana-again', 'norland'])
  })

  it('leaves out what the filter leaves out', () => {
    toggleFilterLabel('actor')
    expect([next({ selected: 'ana' }), previous({ selected: 'ana' })]).toEqual(['norland', 'ana-again'])
    toggleFilterLabel('actor')
    expect(isFiltering(desk.getState().annotationFilter)).toBe(false)
  })

  it('starts beside a selected one that the filter leaves out', () => {
    setFilter({ labels: ['actor'] })
    expect([next({ selected: 'sign' }), previous({ selected: 'sign' })]).toEqual(['norland', 'ana'])
    expect([next({ selected: 'split' }), previous({ selected: 'split' })]).toEqual(['ana', 'ana-again'])
  })

  it('goes nowhere where nothing is listed', () => {
    setFilter({ text: 'nobody' })
    expect([next({ selected: 'ana' }), previous({})]).toEqual([undefined, undefined])
    expect(neighbourInList(openWith([]), 1)).toBeUndefined()
  })
})
