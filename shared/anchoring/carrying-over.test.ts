import { describe, expect, it } from 'vitest'
import { AnnotationSet } from '../domain/annotation-set.ts'
import { applyEdit } from '../domain/edit.ts'
import { type AnnotationRecord, emptyRecord } from '../domain/record.ts'
import { mark } from '../testing/samples.ts'
import { carryingOver, lettingGo, waitingIn } from './carrying-over.ts'

const OLD =
  'The mayor promised a new bridge by the spring of next year.\nAdvertisement: buy two boats, get one free today.\n'
const NOW = `Updated at noon.\n${OLD}`

const said = (record: Partial<AnnotationRecord>): AnnotationRecord => ({ ...emptyRecord, ...record })
const at = (words: string, text = OLD) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})

function carriedTo(earlier: Partial<AnnotationRecord>, later: Partial<AnnotationRecord> = {}, now = NOW) {
  const versions = [
    { id: 'old', text: OLD, record: said(earlier) },
    { id: 'new', text: now, record: said(later) },
  ] as const
  const over = carryingOver(...versions)
  return applyEdit(versions[1].record, { name: 'Take', changes: over.later })
}

describe('a record that is carried over', () => {
  const promised = mark('m', at('promised a new bridge').start, at('promised a new bridge').end)

  it('brings its notes and corrections along, and what is said there already comes last', () => {
    const earlier = { notes: 'Ask the mayor.', corrections: { title: 'Bridge', byline: 'Ana' } }
    expect(
      carriedTo(earlier, { notes: 'Second look.', corrections: { title: 'Bridge promised' } }),
    ).toMatchObject({
      notes: 'Ask the mayor.\n\nSecond look.',
      corrections: { title: 'Bridge promised', byline: 'Ana' },
      status: 'in progress',
      earlier: { article: 'old', dropped: [] },
    })
  })

  it('brings along what was said of boilerplate where it still stands', () => {
    const choice = { ...at('buy two boats, get one free'), kind: 'ad' }
    const { corrections } = carriedTo({ corrections: { boilerplate: [choice] } })
    expect(corrections.boilerplate).toEqual([{ ...choice, ...at('buy two boats, get one free', NOW) }])
  })

  it('gets another id where something else has its own, and what points to it follows', () => {
    const there = mark('m', 0, 7)
    const mayor = {
      ...mark('mayor', at('The mayor').start, at('The mayor').end),
      roles: { target: [{ mention: 'm' }] },
    }
    const { annotations, earlier } = carriedTo(
      { annotations: AnnotationSet.from([promised, mayor]) },
      { annotations: AnnotationSet.from([there]) },
    )
    expect(earlier).toEqual({ article: 'old', dropped: [], renamed: { m: 'm-earlier' } })
    expect(annotations.get('m')).toEqual(there)
    expect(annotations.get('m-earlier')).toMatchObject(at('promised a new bridge', NOW))
    expect(annotations.get('mayor')?.roles).toEqual({ target: [{ mention: 'm-earlier' }] })
  })

  it('waits under another id where something else has its own', () => {
    const lost = mark('m', at('free today').start, at('free today').end)
    const earlier = said({ annotations: AnnotationSet.from([lost]) })
    const there = { annotations: AnnotationSet.from([mark('m', 0, 7)]) }
    const later = carriedTo(earlier, there, NOW.replace('today', 'tonight'))
    expect(waitingIn(earlier, later)).toEqual([{ ...lost, id: 'm-earlier' }])
    const dropped = { article: 'old', dropped: ['m-earlier'], renamed: { m: 'm-earlier' } }
    expect(waitingIn(earlier, { ...later, earlier: dropped })).toEqual([])
  })

  it('lets go of what waits with all that points to it, as one step', () => {
    const pointing = { ...promised, roles: { target: [{ mention: 'lost' }, { actor: 'town' }] } }
    const earlier = { article: 'old', dropped: ['a'] }
    const record = said({ earlier, annotations: AnnotationSet.from([pointing]) })
    const after = applyEdit(record, { name: 'Drop', changes: lettingGo(record, 'lost') })
    expect(after.earlier).toEqual({ article: 'old', dropped: ['a', 'lost'] })
    expect(after.annotations.get('m')?.roles).toEqual({ target: [{ actor: 'town' }] })
  })

  it('is not there twice where it was marked in both', () => {
    const { annotations } = carriedTo(
      { annotations: AnnotationSet.from([promised]) },
      { annotations: AnnotationSet.from([mark('m', promised.start + 17, promised.end + 17)]) },
    )
    expect([...annotations].map(({ id }) => id)).toEqual(['m'])
  })

  it('waits for those that are neither there nor let go', () => {
    const lost = mark('lost', at('free today').start, at('free today').end)
    const earlier = said({ annotations: AnnotationSet.from([promised, lost]) })
    const later = carriedTo(earlier, {}, NOW.replace('today', 'tonight'))
    expect(waitingIn(earlier, later)).toEqual([lost])
    expect(waitingIn(earlier, { ...later, earlier: { article: 'old', dropped: ['lost'] } })).toEqual([])
  })
})
