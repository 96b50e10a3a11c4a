import { expect, test } from 'vitest'
import { utf8Bytes } from '#shared/format/utf8.ts'
import { textSample } from './text-sample.ts'

const lines = (count: number, ...more: readonly string[]) =>
  utf8Bytes([...Array.from({ length: count }, (_, i) => `word ${i} O`), ...more].join('\n'))

test('annotations that begin far down are shown with what stands right before them', () => {
  expect(textSample(lines(100, 'ferry B-actor', 'crew I-actor'), lines(100, 'ferry O', 'crew O'))).toBe(
    '…\nword 97 O\nword 98 O\nword 99 O\nferry B-actor\ncrew I-actor',
  )
})

test('a line that names the annotator is not taken for an annotation', () => {
  const headed = utf8Bytes(
    `# by Ana\n${Array.from({ length: 50 }, (_, i) => `word ${i}`).join('\n')}\nferry B-actor`,
  )
  const bare = utf8Bytes(`#\n${Array.from({ length: 50 }, (_, i) => `word ${i}`).join('\n')}\nferry O`)
  expect(textSample(headed, bare)).toBe('…\nword 47\nword 48\nword 49\nferry B-actor')
})

test('what is in sight from the beginning is shown from there', () => {
  expect(textSample(lines(5, 'ferry B-actor', 'crew I-actor'), lines(5, 'ferry O', 'crew O'))).toMatch(
    /^word 0 O\n/,
  )
  expect(textSample(lines(100), lines(100))).toMatch(/^word 0 O\n/)
  expect(textSample(lines(100))).toMatch(/^word 0 O\n/)
})

test('what is no text is not shown', () => {
  expect(textSample(new Uint8Array([80, 75, 0, 1]))).toBeNull()
  expect(textSample(new Uint8Array([255, 254]))).toBeNull()
})
