import { describe, expect, it } from 'vitest'
import { ENCODINGS, previewEncodings } from './encoding-previews.ts'

const latin = Uint8Array.from([
  ...Buffer.from('Plain.\nCaf'),
  0xe9,
  ...Buffer.from(' owner \x93yes\x94\n', 'latin1'),
])

function previewIn(encoding: string, bytes: Uint8Array = latin) {
  const [preview] = previewEncodings(bytes, [encoding])
  return preview
}

describe('a preview of an encoding', () => {
  it('shows the lines that tell one from another', () => {
    expect(previewIn('windows-1252')).toMatchObject({ lines: ['Café owner “yes”'], undecodable: 0 })
    expect(previewIn('windows-1251')).toMatchObject({ lines: ['Cafй owner “yes”'], undecodable: 0 })
  })

  it('shows a byte that is no character as what it is', () => {
    expect(previewIn('utf-8')).toMatchObject({ lines: ['Caf‹E9› owner ‹93›yes‹94›'], undecodable: 3 })
    expect(previewIn('windows-1252', Uint8Array.of(0x61, 0x81))).toMatchObject({
      lines: ['a‹81›'],
      undecodable: 1,
    })
  })

  it('reads characters of several bytes whole beside one that is broken', () => {
    const bytes = Uint8Array.from([...Buffer.from('😀é'), 0xff, ...Buffer.from('ü')])
    expect(previewIn('utf-8', bytes)).toMatchObject({ lines: ['😀é‹FF›ü'], undecodable: 1 })
  })

  it('knows the lines of UTF-16', () => {
    const bytes = Buffer.from('Zeile\nÜber\n', 'utf16le')
    expect(previewIn('utf-16le', bytes)?.lines).toEqual(['Zeile', 'Über'])
  })

  it('is there for every encoding that we offer, and for none that nobody knows', () => {
    expect(previewEncodings(latin, ENCODINGS)).toHaveLength(ENCODINGS.length)
    expect(previewEncodings(latin, ['klingon-1'])).toEqual([])
  })
})
