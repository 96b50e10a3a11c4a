import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { previewEncodings } from './preview-encodings.ts'

it('shows the text in every encoding, the likeliest first', () => {
  const text = 'Правительство обязалось снизить налоги в следующем году, заявил министр.'
  const [first, ...others] = previewEncodings(iconv.encode(text, 'windows-1251'))
  expect(first).toMatchObject({ encoding: 'windows-1251', sample: text, invalid: 0 })
  expect(others.find(({ encoding }) => encoding === 'koi8-r')?.sample).not.toBe(text)
  expect(others.find(({ encoding }) => encoding === 'utf-8')?.sample).toMatch(/^‹CF›/)
})

it('shows the words about the first letter on which encodings differ', () => {
  const text = `${'The talks went on. '.repeat(500)}The café reopened.`
  const [first] = previewEncodings(iconv.encode(text, 'windows-1252'))
  expect(first?.encoding).toBe('windows-1252')
  expect(first?.sample).toContain('café')
})

it('shows six hundred characters at most', () => {
  for (const { sample } of previewEncodings(Buffer.from('é'.repeat(5_000))))
    expect([...sample].length).toBeLessThanOrEqual(600)
})
