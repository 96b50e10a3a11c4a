import { expect, it } from 'vitest'
import { selfPointerProblems } from './self-pointers.ts'

it('names what fills a role of its own or is linked to itself, and nothing else', () => {
  const annotations = [
    {
      id: 'm1',
      roles: { committer: [{ mention: 'm1' }], source: [{ mention: 'm2' }, { actor: 'm1' }] },
      links: [
        { kind: 'same-as', to: 'm1' },
        { kind: 'same-as', to: 'm2' },
      ],
    },
    { id: 'm2', roles: {} },
  ]
  expect(selfPointerProblems({ id: 'ferries', annotations })).toEqual([
    '“ferries”: the annotation “m1” has itself as “committer”.',
    '“ferries”: the annotation “m1” is linked (“same-as”) to itself.',
  ])
  expect(selfPointerProblems({ id: 'ferries', annotations: [7] })).toEqual([])
})
