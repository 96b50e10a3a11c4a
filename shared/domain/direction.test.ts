import { expect, it } from 'vitest'
import { runsRightToLeft } from './direction.ts'

it('takes a line’s direction from its first strong character', () => {
  for (const line of ['שלום Norland', '“2026: الوزير said', '\u200fNorland', '  — ܫܠܡܐ', '۱۲ گفت'])
    expect(runsRightToLeft(line), line).toBe(true)
  for (const line of ['Norland שלום', '', '1,000 (…)', '\u200eשלום', '𝒜 שלום', '外交部 שלום'])
    expect(runsRightToLeft(line), line).toBe(false)
})
