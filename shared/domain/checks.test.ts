import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleText, mark } from '../testing/samples.ts'
import { ACA_1 } from './aca-1.ts'
import type { Annotation } from './annotation.ts'
import { AnnotationSet } from './annotation-set.ts'
import type { Boilerplate } from './boilerplate.ts'
import { checkedArticle, hintsIn } from './checks.ts'
import type { CheckedArticle, Hint } from './hint.ts'
import { KeptHints } from './kept-hints.ts'
import type { Earlier } from './record.ts'
import type { Scheme } from './scheme.ts'

const TEXT = 'Norland accused the Isles of theft. The Isles, which denied it, blamed Norland Inc. for it.'

const linked = (id: string, start: number, end: number, rest: Partial<Annotation> = {}): Annotation => ({
  ...mark(id, start, end),
  actor: 'norland',
  ...rest,
})

/** An act of which nothing is missing. */
const act = (id: string, start: number, end: number, rest: Partial<Annotation> = {}): Annotation => ({
  ...mark(id, start, end),
  label: 'accusation',
  roles: { accuser: [{ constant: 'author' }], accused: [{ actor: 'norland' }] },
  ...rest,
})

type Told = {
  readonly text?: string
  readonly boilerplate?: readonly Boilerplate[]
  readonly scheme?: Scheme
  readonly earlier?: Earlier
}

function checked(annotations: readonly Annotation[], told: Told = {}): CheckedArticle {
  const { text = TEXT, boilerplate = [], scheme = ACA_1, earlier = null } = told
  return checkedArticle({
    ...articleText(text, { boilerplate }),
    scheme,
    earlier,
    annotations: AnnotationSet.from(annotations),
    knowsActor: (id) => id === 'norland',
  })
}

const sentencesOf = (annotations: readonly Annotation[], told?: Told) =>
  hintsIn(checked(annotations, told)).map(({ ids, sentence }) => [ids[0], sentence])

/** The annotations after the first hint was mended. */
function mended(annotations: readonly Annotation[], told?: Told): readonly Annotation[] {
  const article = checked(annotations, told)
  const [hint] = hintsIn(article)
  return [...after(article.annotations, hint)]
}

function after(annotations: AnnotationSet, hint: Hint | undefined): AnnotationSet {
  if (hint?.mend.kind !== 'edit') throw new Error(`There is no edit that mends ${hint?.sentence}`)
  return hint.mend
    .changes()
    .reduce(
      (set, change) => (change.after ? set.with(change.after) : set.without(change.before.id)),
      annotations,
    )
}

describe('the checks of an article', () => {
  it('say nothing of what is finished', () => {
    expect(sentencesOf([linked('a', 0, 7), act('b', 8, 34)])).toEqual([])
  })

  it('miss who fills an essential role, as the scheme has it', () => {
    expect(sentencesOf([act('b', 8, 34, { roles: {} })])).toEqual([
      ['b', 'Nobody is named as accuser.'],
      ['b', 'Nobody is named as accused.'],
    ])
    expect(sentencesOf([act('b', 8, 34, { roles: {} })], { scheme: { ...ACA_1, roles: [] } })).toEqual([])
  })

  it('miss the actor of a mention', () => {
    expect(sentencesOf([mark('a', 0, 7)])).toEqual([['a', 'This is not linked to an actor yet.']])
  })

  it('see a mark in boilerplate, and take it out or shorten it', () => {
    const boilerplate = [{ start: 0, end: 16, kind: 'caption', reason: 'photo credit' }]
    const [whole, part] = [linked('a', 0, 7), act('b', 8, 34)]
    expect(sentencesOf([whole, part], { boilerplate })).toEqual([
      ['a', 'This lies in boilerplate (photo credit).'],
      ['b', 'A part of this lies in boilerplate (photo credit).'],
    ])
    expect(mended([whole], { boilerplate })).toEqual([])
    expect(mended([part], { boilerplate })).toMatchObject([{ id: 'b', start: 16, end: 34 }])
  })

  it.each<[string, string, string]>([
    ['a comma', 'The Isles,', 'The Isles'],
    ['a space', ' Norland ', 'Norland'],
    ['quotes around it', '“We pay”', 'We pay'],
    ['a stop', 'accused the Isles of theft.', 'accused the Isles of theft'],
  ])('see %s at the edge of a mark, and trim it', (_, loose, tight) => {
    const text = `x${loose} and more`
    const [after] = mended([linked('a', 1, 1 + loose.length)], { text })
    expect(text.slice(after?.start, after?.end)).toBe(tight)
    expect(sentencesOf([after as Annotation], { text })).toEqual([])
  })

  it.each(['Norland Inc.', 'the U.S.', '“Dawn” militia', 'the “two sides”', 'Norland (the north)', 'U.'])(
    'leave %s as it is',
    (words) => {
      expect(sentencesOf([linked('a', 0, words.length)], { text: `${words} said` })).toEqual([])
    },
  )

  it('see a mark without words, and take it out', () => {
    const comma = linked('a', 45, 46)
    expect(sentencesOf([comma])).toEqual([['a', 'This marks no words.']])
    expect(mended([comma])).toEqual([])
  })

  it('see the same words marked twice, and keep all that either mark says', () => {
    const twin = linked('a', 0, 7, { note: 'First.' })
    const rich = linked('b', 0, 7, { note: 'Second.', attributes: { x: '1' } })
    const other = act('c', 8, 34, { roles: { accuser: [{ mention: 'a' }], accused: [{ mention: 'b' }] } })
    expect(sentencesOf([twin, rich, other])).toEqual([['a', 'These words are marked as Actor twice.']])
    expect(mended([twin, rich, other])).toMatchObject([
      { id: 'b', note: 'Second.\nFirst.', attributes: { x: '1' } },
      { id: 'c', roles: { accuser: [{ mention: 'b' }], accused: [{ mention: 'b' }] } },
    ])
  })

  it('do not take the same words with another label for a twin', () => {
    expect(sentencesOf([linked('a', 0, 7), act('b', 0, 7)])).toEqual([])
  })

  it('miss the charge that a denial answers, once there is one, and link to the only one', () => {
    const denial = act('d', 53, 62, { attributes: { polarity: 'denied' } })
    expect(sentencesOf([denial])).toEqual([])
    expect(sentencesOf([act('b', 8, 34), denial])).toEqual([
      ['d', 'The link “Responds to” is expected with “denied”.'],
    ])
    expect(mended([act('b', 8, 34), denial])[1]?.links).toEqual([{ kind: 'responds-to', to: 'b' }])
    const choice = hintsIn(checked([act('b', 8, 34), act('c', 64, 78), denial])).map(({ mend }) => mend)
    expect(choice).toEqual([{ kind: 'link', link: 'responds-to' }])
  })

  it('see what leads nowhere, and take that alone out', () => {
    const lost = act('b', 8, 34, {
      roles: { accuser: [{ mention: 'gone' }, { constant: 'author' }], accused: [{ actor: 'norland' }] },
      links: [{ kind: 'same-as', to: 'gone' }],
      actor: 'nobody',
    })
    expect(sentencesOf([lost])).toEqual([
      ['b', 'The accuser is a mark that is gone.'],
      ['b', 'The link “Same as” leads to a mark that is gone.'],
      ['b', 'It is linked to an actor that is not in the registry.'],
    ])
    const { actor: _, links: __, ...rest } = lost
    expect(mended([lost])).toEqual([
      { ...rest, roles: { accuser: [{ constant: 'author' }], accused: [{ actor: 'norland' }] } },
    ])
  })

  it('leave what waits to be placed in a newer text where it is, and not what was let go', () => {
    const accuser = [{ mention: 'waits' }, { mention: 'dropped' }]
    const link = { kind: 'same-as', to: 'waits' }
    const later = act('b', 8, 34, {
      roles: { accuser, accused: [{ actor: 'norland' }] },
      links: [link],
    })
    const told = { earlier: { article: 'old', dropped: ['dropped'] } }
    expect(sentencesOf([later], told)).toEqual([['b', 'The accuser is a mark that is gone.']])
    const [after] = mended([later], told)
    expect(after?.roles).toMatchObject({ accuser: [{ mention: 'waits' }] })
    expect(after?.links).toEqual([link])
  })

  it('mend what they can so that it is mended, whatever there is', () =>
    fc.assert(
      fc.property(entangled, (annotations) => {
        const article = checked(annotations)
        for (const hint of hintsIn(article)) {
          if (hint.mend.kind !== 'edit') continue
          const next = checked([...after(article.annotations, hint)])
          const same = hintsIn(next).filter(({ kind, ids }) => kind === hint.kind && ids[0] === hint.ids[0])
          expect(same).toEqual([])
        }
      }),
    ))
})

const someId = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const someFiller = fc.oneof(
  someId.map((mention) => ({ mention })),
  fc.constantFrom('norland', 'nobody').map((actor) => ({ actor })),
)

/** Annotations that often mark the same, refer to one another and to what is not there. */
const someAnnotation: fc.Arbitrary<Annotation> = fc
  .record({
    id: someId,
    label: fc.constantFrom('actor', 'accusation'),
    place: fc.constantFrom([0, 7], [8, 35], [45, 46], [36, 46]),
    roles: fc.dictionary(fc.constantFrom('accuser', 'accused'), fc.array(someFiller, { maxLength: 2 }), {
      noNullPrototype: true,
    }),
    attributes: fc.constantFrom<Record<string, string>>({}, { polarity: 'denied' }),
    links: fc.array(fc.record({ kind: fc.constantFrom('responds-to', 'same-as'), to: someId }), {
      maxLength: 1,
    }),
  })
  .map(({ place: [start = 0, end = 0], id, ...rest }) => ({ ...mark(id, start, end), ...rest }))

const entangled = fc.uniqueArray(someAnnotation, { selector: ({ id }) => id })

describe('hints that are kept', () => {
  it('know of a mark that waited and is let go, and of that being undone', () => {
    const roles = { accuser: [{ mention: 'waits' }], accused: [{ actor: 'norland' }] }
    const annotations = AnnotationSet.from([act('b', 8, 34, { roles })])
    const earlier = { article: 'old', dropped: [] }
    const kept = new KeptHints(checked([], { earlier }), annotations)
    const hinted = (now: Earlier) => {
      kept.follow(annotations, now)
      kept.work(() => false)
      return [...kept.hinted]
    }
    expect(hinted(earlier)).toEqual([])
    expect(hinted({ ...earlier, dropped: ['waits'] })).toEqual(['b'])
    expect(hinted(earlier)).toEqual([])
  })

  it('are those of the whole article after every edit', () =>
    fc.assert(
      fc.property(
        entangled,
        fc.array(fc.oneof(someAnnotation, someId)),
        fc.nat(3),
        (first, edits, pieces) => {
          let annotations = AnnotationSet.from(first)
          const kept = new KeptHints(checked([]), annotations)
          for (const edit of edits) {
            annotations = typeof edit === 'string' ? annotations.without(edit) : annotations.with(edit)
            kept.follow(annotations)
            let left = pieces
            kept.work(() => left-- === 0)
          }
          expect(kept.work(() => false)).toBe(true)
          const all = hintsIn(checked([...annotations]))
          expect(kept.hinted).toEqual(new Set(all.map(({ ids }) => ids[0])))
        },
      ),
    ))
})
