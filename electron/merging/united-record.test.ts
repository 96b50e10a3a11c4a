import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { equalJson } from '#shared/domain/equal.ts'
import { OTHER_VERSION_NOTE } from '#shared/domain/merge.ts'
import { type AnnotationRecord, emptyRecord } from '#shared/domain/record.ts'
import { recordsOf, texts } from '#shared/testing/arbitraries.ts'
import { mark } from '#shared/testing/samples.ts'
import { unitedRecord } from './united-record.ts'

const plain = (record: AnnotationRecord) => ({ ...record, annotations: [...record.annotations] })

/** Two records that grew apart: of what both have some is the same, and some is told otherwise. */
const apart = texts.chain((text) =>
  fc.tuple(recordsOf(text), recordsOf(text), fc.nat(), fc.nat()).map(([a, b, n, m]) => {
    const shared = [...a.annotations].map((one, i) =>
      (n >> i) % 2
        ? { ...one, note: 'Otherwise.', updated: `20${(m >> i) % 2 ? 20 : 30}-01-01T00:00:00.000Z` }
        : one,
    )
    return [a, { ...b, annotations: AnnotationSet.from([...b.annotations, ...shared]) }] as const
  }),
)

/** The same, and some of the one’s marks came to the other in a file, under ids and at a time of their own. */
const broughtTwice = fc.tuple(apart, fc.nat(), fc.constantFrom('2019', '2031')).map(([[a, b], n, year]) => {
  const ids = new Map(
    [...a.annotations].flatMap(({ id }, i) => ((n >> i) % 2 ? [[id, `${year}-${id}`]] : [])),
  )
  const brought = Array.from(b.annotations, (one) => {
    const id = ids.get(one.id)
    const told = id === undefined ? one : { ...one, id, created: `${year}-01-01T00:00:00.000Z` }
    const roles = Object.entries(told.roles).map(([role, fillers]) => [
      role,
      fillers.map((filler) =>
        'mention' in filler ? { mention: ids.get(filler.mention) ?? filler.mention } : filler,
      ),
    ])
    const links = told.links && {
      links: told.links.map((link) => ({ ...link, to: ids.get(link.to) ?? link.to })),
    }
    return { ...told, roles: Object.fromEntries(roles), ...links } as Annotation
  })
  return [a, { ...b, annotations: AnnotationSet.from(brought) }] as const
})

it('is the same both ways, and found there, where marks came by a file', () => {
  fc.assert(
    fc.property(broughtTwice, ([a, b]) => {
      const united = unitedRecord(a, b)
      expect(plain(unitedRecord(b, a))).toEqual(plain(united))
      for (const one of [a, b, united]) expect(plain(unitedRecord(united, one))).toEqual(plain(united))
    }),
  )
})

it('takes no mark twice that says the same under another id, nor what points to it', () => {
  const act = { ...mark('act', 0, 9), label: 'commitment', roles: { committer: [{ mention: 'who' }] } }
  const here = [mark('who', 0, 3), act, mark('else', 4, 6)]
  const there = [
    { ...mark('who-2', 0, 3), created: '2030-01-01T00:00:00.000Z' },
    {
      ...act,
      id: 'act-2',
      created: '2030-01-01T00:00:00.000Z',
      roles: { committer: [{ mention: 'who-2' }] },
    },
    mark('new', 7, 8),
  ]
  const recordOf = (marks: readonly Annotation[]) => ({
    ...emptyRecord,
    annotations: AnnotationSet.from(marks),
  })
  const united = unitedRecord(recordOf(here), recordOf(there))
  expect([...united.annotations].map(({ id }) => id).sort()).toEqual(['act', 'else', 'new', 'who'])
  expect(united.annotations.get('act')).toEqual(act)
})

it('is the same whoever’s record is united with whose', () => {
  fc.assert(
    fc.property(apart, ([a, b]) => {
      expect(plain(unitedRecord(a, b))).toEqual(plain(unitedRecord(b, a)))
    }),
  )
})

it('finds there what it has united before', () => {
  fc.assert(
    fc.property(apart, ([a, b]) => {
      const united = unitedRecord(a, b)
      for (const one of [a, b, united]) expect(plain(unitedRecord(united, one))).toEqual(plain(united))
    }),
  )
})

it('loses no mark, and no version of one but those that one side alone has gone on from', () => {
  const saying = ({ id: _, certainty: __, note, ...rest }: Annotation) =>
    JSON.stringify({ ...rest, note: note?.replace(OTHER_VERSION_NOTE, '').trim() || undefined })
  fc.assert(
    fc.property(apart, ([a, b]) => {
      const kept = new Set(Array.from(unitedRecord(a, b).annotations, saying))
      const lasting = (these: AnnotationRecord, those: AnnotationRecord) =>
        goesOnAlone(those, these) ? sameOrMissing(these, those) : [...these.annotations]
      for (const one of [...lasting(a, b), ...lasting(b, a)]) expect(kept).toContain(saying(one))
    }),
  )
})

/** Those that the other record does not tell otherwise. */
const sameOrMissing = (these: AnnotationRecord, those: AnnotationRecord) =>
  [...these.annotations].filter((one) => {
    const other = those.annotations.get(one.id)
    return !other || equalJson(other, one)
  })

/** True where of all that both tell differently `these` tell it later. */
const goesOnAlone = (these: AnnotationRecord, those: AnnotationRecord) =>
  [...these.annotations].every((one) => {
    const other = those.annotations.get(one.id)
    return !other || equalJson(other, one) || one.updated > other.updated
  })

it('takes what was corrected since, however often it is delivered', () => {
  const recordOf = (...marks: readonly Annotation[]) => ({
    ...emptyRecord,
    annotations: AnnotationSet.from(marks),
  })
  const [first, second] = [mark('a', 0, 1), mark('b', 2, 3)]
  const at = (day: number) => ({ updated: `2026-03-0${day}T00:00:00.000Z` })
  const deliveries = [
    recordOf(first, second),
    recordOf({ ...first, note: 'One.', ...at(1) }, second),
    recordOf({ ...first, note: 'Two.', ...at(2) }, { ...second, label: 'commitment', ...at(2) }),
  ]
  const here = deliveries.reduce(unitedRecord)
  expect(plain(here)).toEqual(plain(deliveries[2] ?? emptyRecord))
})

it('takes what was done further, all notes, and corrections that were made last', () => {
  const [early, late] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z']
  const recordAt = (updated: string, rest: Partial<AnnotationRecord>): AnnotationRecord => ({
    ...emptyRecord,
    annotations: AnnotationSet.from([{ ...mark(`m${updated}`, 0, 1), updated }]),
    ...rest,
  })
  const a = recordAt(late, { notes: 'Look again.', corrections: { title: 'Later', byline: 'Ana' } })
  const b = recordAt(early, { status: 'done', notes: 'Fine.', corrections: { title: 'Earlier', url: null } })
  expect(unitedRecord(a, b)).toMatchObject({
    status: 'done',
    notes: 'Fine.\n\nLook again.',
    corrections: { title: 'Later', byline: 'Ana', url: null },
  })
})
