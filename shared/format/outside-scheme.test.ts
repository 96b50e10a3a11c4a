import { expect, test } from 'vitest'
import { ACA_1 } from '../domain/aca-1.ts'
import type { Annotation } from '../domain/annotation.ts'
import { mark } from '../testing/samples.ts'
import { outsideScheme } from './outside-scheme.ts'

const pledge: Annotation = {
  ...mark('c1', 0, 4),
  label: 'commitment',
  roles: { committer: [{ constant: 'author' }] },
  attributes: { polarity: 'denied' },
  links: [{ kind: 'same-as', to: 'c2' }],
}

test('what the scheme has a place for is not outside of it', () => {
  expect(outsideScheme(pledge, ACA_1)).toEqual([])
})

test.each<readonly [string, Partial<Annotation>, string]>([
  ['a role', { roles: { accuser: [{ constant: 'author' }] } }, 'has the role “accuser”'],
  ['an attribute', { attributes: { mood: 'grim' } }, 'has the attribute “mood”'],
  ['a value', { attributes: { polarity: 'perhaps' } }, 'has “perhaps” for “polarity”'],
  ['a link', { links: [{ kind: 'echoes', to: 'a1' }] }, 'has the link “echoes”'],
])('%s that the label has not is said', (_, rest, words) => {
  const said = outsideScheme({ ...pledge, roles: {}, attributes: {}, links: [], ...rest }, ACA_1)
  expect(said).toEqual([expect.stringContaining(words)])
})
