import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import { codings } from '../testing/codings.ts'
import { mark } from '../testing/samples.ts'
import { alignMarks } from './aligning.ts'
import type { Coding } from './codings.ts'
import type { Alignment } from './differences.ts'

const itself = (id: string): string => id
const align = (...annotators: readonly Coding[]): readonly Alignment[] => alignMarks(annotators, itself)
const coding = (annotator: string, ...annotations: readonly Annotation[]): Coding => ({
  annotator,
  annotations,
})
const act = (id: string, start: number, end: number, rest: Partial<Annotation> = {}): Annotation => ({
  ...mark(id, start, end),
  label: 'commitment',
  ...rest,
})
const kinds = (alignments: readonly Alignment[]) => alignments.map((one) => one.kinds.join(' ') || 'same')
const idsOf = (alignments: readonly Alignment[]) => alignments.map(({ id }) => id)

describe('aligned marks', () => {
  it('are the same where place, label and all that is said are', () => {
    const aligned = align(coding('Ada', mark('a', 3, 9)), coding('Ben', mark('b', 3, 9)))
    expect(aligned).toMatchObject([{ id: 'Ada/a+Ben/b', kind: 'same', kinds: [], lacking: [] }])
  })

  it('say who has no such mark', () => {
    const aligned = align(coding('Ada', mark('a', 3, 9)), coding('Ben', mark('b', 9, 12)))
    expect(aligned.map(({ kind, lacking }) => [kind, ...lacking])).toEqual([
      ['only', 'Ben'],
      ['only', 'Ada'],
    ])
  })

  it('pair twins by what they say, and one to one', () => {
    const weak = { attributes: { force: 'weak' } }
    const [ada, ben] = [
      coding('Ada', act('a1', 0, 9), act('a2', 0, 9, weak), act('a3', 0, 9, weak)),
      coding('Ben', act('b1', 0, 9, weak), act('b2', 0, 9, weak)),
    ]
    const aligned = align(ada, ben)
    expect(kinds(aligned).sort()).toEqual(['only', 'same', 'same'])
    expect(aligned.find(({ kind }) => kind === 'only')?.id).toBe('Ada/a1')
  })

  it('differ in what twins say where nobody says the same', () => {
    const aligned = align(
      coding('Ada', act('a', 0, 9)),
      coding('Ben', act('b', 0, 9, { attributes: { force: 'weak' } })),
    )
    expect(kinds(aligned)).toEqual(['attribute'])
  })

  it('join the greatest overlap first, and rather the same label', () => {
    const ada = coding('Ada', mark('a', 0, 10), act('c', 0, 10))
    const ben = coding('Ben', mark('b', 1, 10), mark('d', 6, 10), act('e', 5, 10))
    expect(idsOf(align(ada, ben)).sort()).toEqual(['Ada/a+Ben/b', 'Ada/c+Ben/e', 'Ben/d'])
  })

  it('join another label only where half is shared: an actor inside an act is not the act', () => {
    expect(kinds(align(coding('Ada', act('a', 0, 10)), coding('Ben', mark('b', 0, 3))))).toEqual([
      'only',
      'only',
    ])
    expect(kinds(align(coding('Ada', act('a', 0, 10)), coding('Ben', mark('b', 0, 8))))).toEqual([
      'boundary label',
    ])
  })

  it('fill a role the same with mentions that are aligned, or that are the same actor', () => {
    const by = (mention: string) => ({ roles: { by: [{ mention }] } })
    const ada = coding('Ada', mark('a1', 0, 3), act('a2', 0, 20, by('a1')))
    const there = coding('Ben', mark('b1', 0, 4), act('b2', 0, 20, by('b1')))
    const elsewhere = coding('Ben', mark('b1', 30, 34), act('b2', 0, 20, by('b1')))
    expect(kinds(align(ada, there))).toEqual(['same', 'boundary'])
    expect(kinds(align(ada, elsewhere))).toContain('role')
    const actor = (one: Coding) => ({
      ...one,
      annotations: one.annotations.map((each) =>
        each.label === 'actor' ? { ...each, actor: each.id } : each,
      ),
    })
    expect(kinds(alignMarks([actor(ada), actor(elsewhere)], () => 'one'))).not.toContain('role')
  })

  it('differ in their actor only where the actors do not mean the same', () => {
    const two = [
      coding('Ada', { ...mark('a', 0, 3), actor: 'x' }),
      coding('Ben', { ...mark('b', 0, 3), actor: 'y' }),
    ]
    expect(kinds(alignMarks(two, itself))).toEqual(['actor'])
    expect(kinds(alignMarks(two, () => 'one'))).toEqual(['same'])
  })

  it('have names of their own even where annotators took over each other’s marks', () => {
    const aligned = align(coding('Ada', mark('a', 0, 3)), coding('Ben', mark('a', 5, 9)))
    expect(new Set(idsOf(aligned)).size).toBe(2)
  })
})

/** Which marks lie together, and how they differ, whatever the annotators are called and in whatever order all is. */
const grouping = (alignments: readonly Alignment[]) =>
  alignments.map(({ marks, kinds }) => `${marks.map(({ id }) => id).sort()} ${kinds}`).sort()

const sharesCharacter = (a: Annotation, b: Annotation): boolean =>
  fragmentsOf(a).some((one) => fragmentsOf(b).some((other) => one.start < other.end && other.start < one.end))

describe('alignments of any marks', () => {
  it('hold each mark once, at most one of each annotator, and nothing that shares no character', () =>
    fc.assert(
      fc.property(codings, (given) => {
        const aligned = align(...given)
        const held = aligned.flatMap(({ marks }) => marks.map(({ id }) => id))
        expect(held.toSorted()).toEqual(
          given.flatMap(({ annotations }) => annotations.map(({ id }) => id)).sort(),
        )
        for (const { marks, lacking } of aligned) {
          const whose = [...marks.map(({ annotator }) => annotator), ...lacking]
          expect(whose.toSorted()).toEqual(given.map(({ annotator }) => annotator))
          expect(marks.every((a) => marks.every((b) => sharesCharacter(a.as, b.as)))).toBe(true)
        }
      }),
    ))

  it('come in reading order, each with a name of its own', () =>
    fc.assert(
      fc.property(codings, (given) => {
        const aligned = align(...given)
        const starts = aligned.map(({ span }) => span.start)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
        expect(new Set(idsOf(aligned)).size).toBe(aligned.length)
      }),
    ))

  it('do not depend on the order of annotators or of their marks', () =>
    fc.assert(
      fc.property(codings, (given) => {
        const turned = given
          .toReversed()
          .map((one) => ({ ...one, annotations: one.annotations.toReversed() }))
        expect(align(...turned)).toEqual(align(...given))
      }),
    ))

  it('do not depend on what annotators are called', () =>
    fc.assert(
      fc.property(codings, (given) => {
        const names = given.map(({ annotator }) => annotator).reverse()
        const renamed = given.map((one, index) => ({ ...one, annotator: names[index] as string }))
        expect(grouping(align(...renamed))).toEqual(grouping(align(...given)))
      }),
    ))

  it('find no difference in what one annotator marked and another did likewise', () =>
    fc.assert(
      fc.property(codings, ([one]) => {
        const twin = { ...(one as Coding), annotator: 'Twin' }
        expect(new Set(kinds(align(one as Coding, twin)))).toEqual(
          new Set((one as Coding).annotations.length > 0 ? ['same'] : []),
        )
      }),
    ))

  it('are made of thirty thousand marks, many of them stacked, without comparing each with each', () => {
    const many = (annotator: string, shift: number) =>
      coding(
        annotator,
        ...Array.from({ length: 10_000 }, (_, i) =>
          act(`${annotator}${i}`, (i % 5_000) * 10, (i % 5_000) * 10 + 5 + (i % 7 === 0 ? shift : 0)),
        ),
      )
    const stack = (annotator: string) =>
      coding(
        annotator,
        ...Array.from({ length: 10_000 }, (_, i) =>
          act(`${annotator}${i}`, 0, 5, { attributes: { said: `${annotator}${i}` } }),
        ),
      )
    expect(align(many('A', 0), many('B', 1), many('C', 2))).toHaveLength(10_000)
    expect(align(stack('A'), stack('B'), stack('C'))).toHaveLength(10_000)
  })
})
