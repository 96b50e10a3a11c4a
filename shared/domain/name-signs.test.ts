import { describe, expect, it } from 'vitest'
import { nameSigns } from './name-signs.ts'

const signs = (...names: readonly string[]) => [...nameSigns(names).values()]

describe('short signs of names', () => {
  it('are the letters that two words begin with, or two letters of one', () => {
    expect(signs('Ana Maria Ruiz', 'Bo', 'coder-3', 'J')).toEqual(['AR', 'Bo', 'c3', 'J'])
  })

  it('are whole characters of any script', () => {
    expect(signs('Élodie', 'Ольга Иванова', '👩‍👩‍👧 x')).toEqual(['Él', 'ОИ', '👩‍👩‍👧x'])
  })

  it('are never the same for two', () => {
    expect(signs('Ana', 'Anton', 'Andrej')).toEqual(['An', 'An2', 'An3'])
  })
})
