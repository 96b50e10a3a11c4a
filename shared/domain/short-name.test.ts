import { expect, it } from 'vitest'
import { shortName } from './short-name.ts'

it('cuts a long name behind a word, and says that there is more', () => {
  expect(shortName('United States–China Economic and Security Review Commission')).toBe(
    'United States–China Economic…',
  )
  expect(shortName('The Council of Foreign Trade, Ports and Roads')).toBe('The Council of Foreign…')
  expect(shortName('The Board of Fishery, Ports, Roads and Trade')).toBe('The Board of Fishery, Ports…')
})

it('leaves a name that fits as it is, and cuts a single long word where it must', () => {
  expect(shortName('Mayor Elin Brask')).toBe('Mayor Elin Brask')
  expect(shortName('x'.repeat(28))).toBe('x'.repeat(28))
  expect(shortName('😀'.repeat(40))).toBe(`${'😀'.repeat(28)}…`)
})
