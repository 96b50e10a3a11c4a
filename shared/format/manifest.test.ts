import { expect, test } from 'vitest'
import { ACA_1 } from '../domain/aca-1.ts'
import { manifestToFile, newManifest, readManifest } from './manifest.ts'

const ID = '7f6fd0f2-6d86-4f0e-9d1b-27f0b2f5f0aa'
const file = (change: object) =>
  JSON.stringify({ ...JSON.parse(manifestToFile(newManifest(ID, 'Harbour'))), ...change })

test('a new workspace has the scheme ACA-1 and comes back from its file', () => {
  const manifest = newManifest(ID, 'Harbour')
  expect(manifest.scheme).toBe(ACA_1)
  expect(readManifest(manifestToFile(manifest), 'glosswright.json')).toEqual({
    kind: 'current',
    value: manifest,
  })
})

test.each([
  ['an id that is none', { id: 'harbour' }],
  ['a scheme without labels', { scheme: { ...ACA_1, labels: undefined } }],
  ['two labels of one id', { scheme: { ...ACA_1, labels: [ACA_1.labels[0], ACA_1.labels[0]] } }],
  [
    'an attribute without values',
    { scheme: { ...ACA_1, attributes: [{ ...ACA_1.attributes[0], values: [] }] } },
  ],
])('%s is damage', (_, change) => {
  expect(readManifest(file(change), 'glosswright.json').kind).toBe('damaged')
})

test('a newer manifest that still has our shape can be looked at', () => {
  const read = readManifest(file({ version: 3, colour: 'red' }), 'glosswright.json')
  expect(read).toMatchObject({ kind: 'newer', value: { id: ID, name: 'Harbour' } })
})
