import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Comment } from '../domain/review.ts'
import { MarksHere } from './marks-here.ts'
import { threadAbout, threadsOf, turnIn } from './threads.ts'

const comment = (second: number, by: string, kind: Comment['kind'] = 'said', id: string | null = 'm1') => ({
  id: `c${second}-${by}-${id}`,
  about: { annotator: 'Ana', id },
  kind,
  text: kind === 'said' ? `${by} at ${second}` : '',
  by,
  created: `2026-02-01T00:00:0${second}.000Z`,
})

const here = new MarksHere([{ annotator: 'Ana', annotations: [{ id: 'm1' }, { id: 'm2' }] }])

const filesOf = (comments: readonly Comment[]) =>
  comments.map((one) => ({ annotator: one.by, judgements: [], comments: [one] }))

const onlyThread = (...comments: readonly Comment[]) => {
  const [thread] = threadsOf(filesOf(comments), here)
  if (!thread) throw new Error('There is no thread')
  return thread
}

const comments = fc.uniqueArray(
  fc
    .record({
      second: fc.nat(9),
      by: fc.constantFrom('Ana', 'Bo', 'Cy'),
      kind: fc.constantFrom('said' as const, 'resolved' as const, 'reopened' as const),
      id: fc.constantFrom('m1', 'm2', null),
    })
    .map(({ second, by, kind, id }) => comment(second, by, kind, id)),
  { selector: ({ id }) => id },
)

describe('threads of comments', () => {
  it('are the same in whatever order and whosever files the comments come', () =>
    fc.assert(
      fc.property(
        comments.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const inOneFile = [{ annotator: 'Bo', judgements: [], comments: shuffled }]
          expect(threadsOf(inOneFile, here)).toEqual(threadsOf(filesOf(all), here))
        },
      ),
    ))

  it('hold every comment once, by time, each with those about the same', () =>
    fc.assert(
      fc.property(comments, (all) => {
        const threads = threadsOf([...filesOf(all), ...filesOf(all)], here)
        expect(threads.flatMap((thread) => thread.comments)).toHaveLength(all.length)
        for (const thread of threads) {
          const times = thread.comments.map(({ created }) => created)
          expect(times).toEqual(times.toSorted())
          expect(new Set(thread.comments.map(({ about }) => about.id)).size).toBe(1)
        }
      }),
    ))

  it('are resolved and opened again by either side, and opened by whatever is said after', () => {
    expect(onlyThread(comment(1, 'Bo')).isResolved).toBe(false)
    expect(onlyThread(comment(1, 'Bo'), comment(2, 'Ana', 'resolved')).isResolved).toBe(true)
    expect(onlyThread(comment(1, 'Ana', 'resolved'), comment(2, 'Bo', 'reopened')).isResolved).toBe(false)
    expect(onlyThread(comment(1, 'Ana', 'resolved'), comment(2, 'Bo')).isResolved).toBe(false)
  })

  it('wait for the side that has not spoken last', () => {
    expect(turnIn(onlyThread(comment(1, 'Bo')), 'Ana')).toBe('annotator')
    expect(turnIn(onlyThread(comment(1, 'Bo'), comment(2, 'Ana')), 'Ana')).toBe('reviewer')
    expect(turnIn(onlyThread(comment(1, 'Bo'), comment(2, 'Bo', 'resolved')), 'Ana')).toBe('nobody')
  })

  it('are found though the annotator of a mark has another name', () => {
    const renamed = new MarksHere([{ annotator: 'Ana Ruiz', annotations: [{ id: 'm1' }] }])
    const said = filesOf([comment(1, 'Bo')])
    const later = { ...comment(2, 'Bo'), about: { annotator: 'Ana Ruiz', id: 'm1' } }
    const threads = threadsOf([...said, ...filesOf([later])], renamed)
    expect(threadAbout(threads, { annotator: 'Ana Ruiz', id: 'm1' })).toBe(threads[0])
    expect(threads.map(({ comments }) => comments.length)).toEqual([2])
    expect(threadAbout(threads, { annotator: 'Ana Ruiz', id: null })).toBeUndefined()
  })

  it('are apart where marks of several annotators have one id', () => {
    const bens = { ...comment(2, 'Bo'), about: { annotator: 'Ben', id: 'm1' } }
    const both = new MarksHere(
      ['Ana', 'Ben'].map((annotator) => ({ annotator, annotations: [{ id: 'm1' }] })),
    )
    const threads = threadsOf(filesOf([comment(1, 'Bo'), bens]), both)
    expect(threads).toHaveLength(2)
    for (const annotator of ['Ana', 'Ben'])
      expect(threadAbout(threads, { annotator, id: 'm1' })?.about.annotator).toBe(annotator)
  })
})
