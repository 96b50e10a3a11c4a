import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation, Filler } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { type Edit, invertEdit } from '#shared/domain/edit.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { emptyReview } from '#shared/domain/review.ts'
import { codings } from '../testing/codings.ts'
import { mark, now } from '../testing/samples.ts'
import { adjudication, agreedIn, type Deciding } from './adjudicating.ts'
import { alignMarks } from './aligning.ts'
import type { Coding } from './codings.ts'
import type { Alignment } from './differences.ts'
import { Gold } from './gold.ts'
import { madeBy } from './judgement-index.ts'
import type { Decision, Verdict } from './verdict.ts'

let count = 0
const deciding: Deciding = { name: 'Decide', by: 'Eva', now, newId: () => `gold-${++count}` }
const align = (given: readonly Coding[]) => alignMarks(given, (id) => id)
const noGold = (given: readonly Coding[], marks: readonly Annotation[] = []) =>
  new Gold({ ...emptyRecord, annotations: AnnotationSet.from(marks) }, emptyReview, given)

function decide(gold: Gold, alignment: Alignment | undefined, verdict: Verdict, reason?: string): Edit {
  const decision = { alignment: alignment as Alignment, verdict, ...(reason ? { reason } : {}) }
  const edit = adjudication(gold, [decision], deciding)
  gold.take(edit)
  return edit
}
const take = (...annotators: string[]): Verdict => ({ kind: 'take', annotators })
const marksOf = (gold: Gold) => [...gold.record.annotations]

const by = (mention: string) => ({ roles: { by: [{ mention }] }, label: 'commitment' })
const ada: Coding = {
  annotator: 'Ada',
  annotations: [mark('a-who', 0, 4), { ...mark('a-act', 0, 20), ...by('a-who') }],
}
const ben: Coding = {
  annotator: 'Ben',
  annotations: [mark('b-who', 0, 6), { ...mark('b-act', 0, 18), ...by('b-who') }],
}
const two = [ada, ben]
const [acts, whos] = align(two)

describe('a decision', () => {
  it('makes the mark that was taken gold’s own, and keeps who decided what and why', () => {
    const gold = noGold(two)
    decide(gold, whos, take('Ben'), 'with its title')
    expect(marksOf(gold)).toMatchObject([
      { start: 0, end: 6, label: 'actor', origin: { kind: 'adjudicated', by: 'Eva' } },
    ])
    const [judgement] = [...gold.review.judgements.values()]
    expect(judgement).toMatchObject({ outcome: 'accepted', reason: 'with its title', by: 'Eva' })
    expect(judgement?.made).toEqual([marksOf(gold)[0]?.id])
    expect(judgement?.about.map(({ id, as }) => [id, as.end])).toEqual([
      ['b-who', 6],
      ['a-who', 4],
    ])
    expect(gold.record.status).toBe('in progress')
  })

  it('takes several where they differ, and one where they say the same', () => {
    const gold = noGold(two)
    decide(gold, whos, take('Ada', 'Ben'))
    expect(marksOf(gold).map(({ end }) => end)).toEqual([6, 4])
    const twins = [ada, { annotator: 'Ben', annotations: [mark('b', 0, 4)] }]
    const other = noGold(twins)
    decide(
      other,
      align(twins).find(({ kind }) => kind === 'same'),
      take('Ada', 'Ben'),
    )
    expect(marksOf(other)).toHaveLength(1)
  })

  it('names gold’s marks in roles, whichever was decided first', () => {
    for (const order of [
      [acts, whos],
      [whos, acts],
    ]) {
      const gold = noGold(two)
      for (const alignment of order) decide(gold, alignment, take(alignment === acts ? 'Ada' : 'Ben'))
      const who = marksOf(gold).find(({ label }) => label === 'actor')
      expect(marksOf(gold).find(({ label }) => label === 'commitment')?.roles).toEqual({
        by: [{ mention: who?.id }],
      })
    }
  })

  it('names nothing that is not in gold, and names it again once it is', () => {
    const gold = noGold(two)
    const filled = () => marksOf(gold).find(({ label }) => label === 'commitment')?.roles
    decide(gold, acts, take('Ada'))
    expect(filled()).toEqual({})
    decide(gold, whos, take('Ada'))
    expect(filled()).toHaveProperty('by')
    decide(gold, whos, { kind: 'reject' })
    expect(filled()).toEqual({})
    decide(gold, whos, take('Ben'))
    expect(filled()).toHaveProperty('by')
  })

  it('leaves in roles what was put there by hand', () => {
    const gold = noGold(two)
    decide(gold, acts, take('Ada'))
    const before = marksOf(gold)[0] as Annotation
    const author: Filler = { constant: 'author' }
    const after = { ...before, roles: { by: [author] } }
    gold.take({ name: 'Fill', changes: [{ kind: 'annotation', id: before.id, before, after }] })
    decide(gold, whos, take('Ada'))
    expect(marksOf(gold).find(({ id }) => id === before.id)?.roles.by).toContainEqual(author)
    expect(marksOf(gold).find(({ id }) => id === before.id)?.roles.by).toHaveLength(2)
  })

  it('can be a mark that was put right', () => {
    const gold = noGold(two)
    const mended = { ...(ada.annotations[1] as Annotation), end: 19, label: 'accusation' }
    decide(gold, whos, take('Ada'))
    decide(gold, acts, { kind: 'edit', mark: mended, from: 'Ada' })
    expect(marksOf(gold)[0]).toMatchObject({ end: 19, label: 'accusation', roles: { by: [{}] } })
    expect([...gold.review.judgements.values()].at(-1)).toMatchObject({ outcome: 'changed' })
  })

  it('is shown as changed since where an annotator changed, added or took out a mark of it', () => {
    const gold = noGold(two)
    decide(gold, whos, take('Ben'))
    expect(gold.standingOf(whos as Alignment)).toMatchObject({ isChangedSince: false })
    const moved = [ada, { ...ben, annotations: [{ ...mark('b-who', 0, 5) }] }]
    const since = align(moved).find(({ marks }) => marks.some(({ id }) => id === 'b-who'))
    expect(gold.standingOf(since as Alignment)).toMatchObject({ isChangedSince: true })
  })

  it('is found where an annotator was given another name since', () => {
    const gold = noGold(two)
    decide(gold, whos, take('Ben'))
    const renamed = [ada, { ...ben, annotator: 'Bernd' }]
    const later = new Gold(gold.record, gold.review, renamed)
    const same = align(renamed).find(({ marks }) => marks.some(({ id }) => id === 'b-who'))
    expect(later.standingOf(same as Alignment)?.isChangedSince).toBe(false)
    decide(later, same, { kind: 'reject' })
    expect(marksOf(later)).toEqual([])
  })

  it('settles nothing of marks of others that have the same ids', () => {
    const copies = (annotator: string, by: number): Coding => ({
      annotator,
      annotations: [mark('m1', by, by + 4), mark('m2', by + 10, by + 14)],
    })
    const apart = [copies('Ada', 0), copies('Ben', 20)]
    const gold = noGold(apart)
    const [first] = align(apart)
    decide(gold, first, take('Ada'))
    const settled = (given: readonly Coding[], one = gold) =>
      align(given).flatMap((alignment) =>
        one.standingOf(alignment) ? alignment.marks.map(({ annotator, id }) => `${annotator} ${id}`) : [],
      )
    expect(settled(apart)).toEqual(['Ada m1'])
    const renamed = [copies('Ada Lane', 0), { ...copies('Ben', 20), annotations: [mark('m2', 20, 24)] }]
    expect(settled(renamed, new Gold(gold.record, gold.review, renamed))).toEqual(['Ada Lane m1'])
  })

  it('takes what was made by hand as it is, and never deletes it', () => {
    const hand = mark('hand', 0, 4)
    const gold = noGold(two, [hand])
    decide(gold, whos, take('Ada'))
    expect(marksOf(gold)).toEqual([hand])
    decide(gold, whos, { kind: 'reject' })
    expect(marksOf(gold)).toEqual([hand])
  })

  it('accepts at once what all have alike, and nothing that was decided', () => {
    const twins = [ada, { ...ada, annotator: 'Ben' }]
    const gold = noGold(twins)
    const alignments = align(twins)
    decide(gold, alignments[0], { kind: 'reject' })
    expect(agreedIn(gold, alignments).map(({ alignment }) => alignment)).toEqual([alignments[1]])
  })
})

type Drawn = { readonly pick: number; readonly of: number }
const drawn: fc.Arbitrary<readonly Drawn[]> = fc.array(fc.record({ pick: fc.nat(6), of: fc.nat(1_000) }), {
  minLength: 8,
  maxLength: 30,
})

function verdictFor({ marks }: Alignment, { pick, of }: Drawn): Verdict {
  if (pick === 0) return { kind: 'reject' }
  if (pick === 1) return { kind: 'discuss' }
  if (pick === 2) return take(...marks.map(({ annotator }) => annotator))
  const one = marks[of % marks.length] as (typeof marks)[number]
  if (pick === 3) return { kind: 'edit', mark: { ...one.as, end: one.as.end + 1 }, from: one.annotator }
  return take(one.annotator)
}

/** Gold's marks with the names of what they came of in the place of ids. */
function told(gold: Gold): readonly unknown[] {
  const names = new Map(
    [...gold.review.judgements.values()].flatMap((judgement) =>
      madeBy(judgement).map(({ id, source }, i) => [id, `${source.id} ${i}`] as const),
    ),
  )
  const json = marksOf(gold).map((one) => JSON.stringify({ ...one, created: '', updated: '' }))
  const named = (text: string) => text.replaceAll(/gold-\d+/g, (id) => names.get(id) ?? `${id} is not there`)
  return json.map((one) => JSON.parse(named(one))).sort((a, b) => (a.id < b.id ? -1 : 1))
}

describe('decisions on any marks', () => {
  it('come to the same in whatever order, one by one or together', () =>
    fc.assert(
      fc.property(codings, drawn, (given, drawn) => {
        const decisions: readonly Decision[] = align(given).map((alignment, i) => ({
          alignment,
          verdict: verdictFor(alignment, drawn[i % drawn.length] as Drawn),
        }))
        const [forth, back, once] = [noGold(given), noGold(given), noGold(given)]
        for (const one of decisions) decide(forth, one.alignment, one.verdict)
        for (const one of decisions.toReversed()) decide(back, one.alignment, one.verdict)
        once.take(adjudication(once, decisions, deciding))
        expect(told(back)).toEqual(told(forth))
        expect(told(once)).toEqual(told(forth))
        expect(JSON.stringify(told(once))).not.toContain('is not there')
      }),
    ))

  it('hold the last word alone where one’s mind is changed', () =>
    fc.assert(
      fc.property(codings, drawn, (given, drawn) => {
        const alignments = align(given)
        if (alignments.length === 0) return
        const last = new Map<number, Verdict>()
        const gold = noGold(given)
        for (const one of drawn) {
          const at = one.of % alignments.length
          const verdict = verdictFor(alignments[at] as Alignment, one)
          decide(gold, alignments[at], verdict)
          last.set(at, verdict)
        }
        const plain = noGold(given)
        for (const [at, verdict] of last) decide(plain, alignments[at], verdict)
        expect(told(gold)).toEqual(told(plain))
      }),
    ))

  it('are taken back to the letter', () =>
    fc.assert(
      fc.property(codings, drawn, (given, drawn) => {
        const alignments = align(given)
        if (alignments.length === 0) return
        const gold = noGold(given)
        const stages: { json: string; edit: Edit }[] = []
        const json = () =>
          JSON.stringify([
            marksOf(gold),
            gold.record.status,
            [...gold.review.judgements.values()].map(({ id }) => id).sort(),
          ])
        for (const one of drawn) {
          const at = alignments[one.of % alignments.length] as Alignment
          stages.push({ json: json(), edit: decide(gold, at, verdictFor(at, one)) })
        }
        for (const stage of stages.toReversed()) {
          gold.take(invertEdit(stage.edit))
          expect(json()).toBe(stage.json)
        }
      }),
    ))
})
