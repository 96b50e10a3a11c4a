import { describe, expect, it } from 'vitest'
import { mark, now } from '../testing/samples.ts'
import type { Annotation } from './annotation.ts'
import { AnnotationSet } from './annotation-set.ts'
import { takenMark } from './taken-mark.ts'

const norland = mark('theirs-n', 0, 7)
const isles = mark('theirs-i', 20, 25)
const pledge: Annotation = {
  ...mark('theirs-p', 8, 25),
  ...{ label: 'commitment', attributes: { force: 'vowed' }, certainty: 'unsure', note: 'Is it one?' },
  roles: {
    committer: [{ mention: 'theirs-n' }, { actor: 'norland' }],
    beneficiary: [{ mention: 'theirs-i' }],
    target: [{ constant: 'unknown' }],
  },
  links: [{ kind: 'same-as', to: 'theirs-i' }],
}

const taken = (...own: readonly Annotation[]) =>
  takenMark({
    ...{ mark: pledge, by: 'Bo', id: 'mine', now },
    theirs: AnnotationSet.from([norland, isles, pledge]),
    own: AnnotationSet.from(own),
  })

describe('a mark that is taken from another annotator', () => {
  it('is a new one over the same words that says where it comes from', () => {
    const { annotation } = taken()
    expect(annotation).toMatchObject({
      ...{ id: 'mine', label: 'commitment', start: 8, end: 25, attributes: { force: 'vowed' } },
      ...{ certainty: 'unsure', origin: { kind: 'imported', by: 'Bo' } },
    })
    expect(annotation).not.toHaveProperty('note')
  })

  it('names one’s own marks of the same words, and leaves out and tells what one has not marked', () => {
    const { annotation, left } = taken(mark('my-n', 0, 7))
    expect(annotation.roles).toEqual({
      committer: [{ mention: 'my-n' }, { actor: 'norland' }],
      target: [{ constant: 'unknown' }],
    })
    expect(annotation).not.toHaveProperty('links')
    expect(left).toEqual(['beneficiary', 'same-as'])
  })

  it('does not take a mark with another label for the same', () => {
    const { annotation } = taken({ ...mark('my-i', 20, 25), label: 'accusation' }, mark('my-n', 0, 7))
    expect(annotation.roles).not.toHaveProperty('beneficiary')
  })

  it('leaves nothing out where one has marked all that it names', () => {
    const { annotation, left } = taken(mark('my-n', 0, 7), mark('my-i', 20, 25))
    expect(left).toEqual([])
    expect(annotation.links).toEqual([{ kind: 'same-as', to: 'my-i' }])
  })
})
