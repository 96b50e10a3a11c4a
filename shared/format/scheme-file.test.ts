import { describe, expect, it } from 'vitest'
import { ACA_1 } from '../domain/aca-1.ts'
import { readSchemeFile, schemeToFile } from './scheme-file.ts'

const file = (change: object) => JSON.stringify({ ...JSON.parse(schemeToFile(ACA_1)), ...change })

describe('a scheme’s own file', () => {
  it('comes back from its file as it went, byte for byte', () => {
    const read = readSchemeFile(schemeToFile(ACA_1), 'ACA-1.json')
    expect(read).toEqual({ kind: 'current', value: ACA_1 })
    if (read.kind === 'current') expect(schemeToFile(read.value)).toBe(schemeToFile(ACA_1))
  })

  it.each([
    ['no JSON', '{"format":', 'damaged', /not JSON/],
    [
      'another file of ours',
      file({ format: 'glosswright/workspace' }),
      'foreign',
      /not a Glosswright scheme/,
    ],
    ['a newer one', file({ version: 2 }), 'newer', /newer Glosswright/],
    ['one without labels', file({ scheme: { ...ACA_1, labels: [] } }), 'damaged', /at least one label/],
    [
      'one with a role on a label that it has not',
      file({ scheme: { ...ACA_1, labels: ACA_1.labels.slice(0, 2) } }),
      'damaged',
      /no label “accusation”/,
    ],
  ])('is refused with a sentence when it is %s', (_, text, kind, sentence) => {
    const read = readSchemeFile(text, 'x.json')
    expect(read.kind).toBe(kind)
    if (read.kind !== 'current') expect(read.sentence).toMatch(sentence)
  })
})
