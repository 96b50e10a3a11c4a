import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapedFileName, escapedName, PLAIN, unescapedName } from './percent-names.ts'

const names = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('con', 'NUL', '..', 'a/b', ' x ', '50%'),
)

test('any name comes back out of a file’s name, which every file system takes', () => {
  void fc.assert(
    fc.property(names, (name) => {
      const file = escapedFileName(name)
      expect(unescapedName(file)).toBe(name)
      expect(file).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^[ .]|[ .]$|^(?:con|nul)$/iu)
    }),
  )
})

test('letters of all languages stay as they are', () => {
  expect(escapedName('Süd-外交_1', PLAIN)).toBe('Süd-外交_1')
  expect(escapedName('under way', PLAIN)).toBe('under%20way')
})

test('what is written with a percent sign for itself stays as it is', () => {
  expect(unescapedName('50%')).toBe('50%')
})
