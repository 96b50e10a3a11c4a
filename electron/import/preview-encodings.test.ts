import { describe, expect, it } from 'vitest'
import { previewEncodings } from './preview-encodings.ts'

const previewIn = (encoding: string, bytes: Uint8Array) =>
  previewEncodings(bytes).find((preview) => preview.encoding === encoding)

const latin = Uint8Array.from([...Buffer.from('Caf'), 0xe9, ...Buffer.from(' owner \x93yes\x94', 'latin1')])

describe('a preview of an encoding', () => {
  it('shows the words as they would be', () => {
    expect(previewIn('windows-1252', latin)).toMatchObject({ sample: 'Café owner “yes”', invalid: 0 })
    expect(previewIn('windows-1251', latin)).toMatchObject({ sample: 'Cafй owner “yes”', invalid: 0 })
  })

  it('shows a byte that is no character as what it is', () => {
    expect(previewIn('utf-8', latin)).toMatchObject({ sample: 'Caf‹E9› owner ‹93›yes‹94›', invalid: 3 })
    const unused = Uint8Array.of(0x61, 0x81)
    expect(previewIn('windows-1252', unused)).toMatchObject({ sample: 'a‹81›', invalid: 1 })
  })

  it('reads characters of several bytes whole beside one that is broken', () => {
    const bytes = Uint8Array.from([...Buffer.from('😀é'), 0xff, ...Buffer.from('ü')])
    expect(previewIn('utf-8', bytes)).toMatchObject({ sample: '😀é‹FF›ü', invalid: 1 })
    expect(previewIn('utf-16le', Buffer.from('Über', 'utf16le'))?.sample).toBe('Über')
  })

  it('begins before the first letter that tells one from another', () => {
    const bytes = Uint8Array.from([...Buffer.from('Plain words. '.repeat(400)), ...latin])
    expect(previewIn('windows-1252', bytes)?.sample).toContain('Café')
  })

  it('puts the likeliest first', () => {
    expect(previewEncodings(latin)[0]?.encoding).toBe('windows-1252')
  })
})
