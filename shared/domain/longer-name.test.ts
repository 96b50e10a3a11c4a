import { expect, it } from 'vitest'
import { marked, showSpan } from '../testing/marked-text.ts'
import { wholeName } from './longer-name.ts'

it.each([
  ['The Bank of [Norland] said so.', 'The [Bank of Norland] said so.'],
  ['On Tuesday Foreign Minister [Ruiz] left.', 'On Tuesday [Foreign Minister Ruiz] left.'],
  ['So Gen. Ana P. [Ruiz] Castellane left.', 'So [Gen. Ana P. Ruiz Castellane] left.'],
  ['The government of [Norland].', 'The [government of Norland].'],
  ['[Norland]’s Minister of Fisheries left.', '[Norland’s Minister of Fisheries] left.'],
  ['The envoy to [Norland] left.', 'The [envoy to Norland] left.'],
  ['They accused [Norland] of the Tarnholm raid.', 'They accused [Norland] of the Tarnholm raid.'],
  ['But [Norland] Bank. Nobody knew.', 'But [Norland Bank]. Nobody knew.'],
  ['The Bank\n[Norland] said so.', 'The Bank\n[Norland] said so.'],
  ['Half of [Norland] left on Monday.', 'Half of [Norland] left on Monday.'],
])('the whole name in “%s”', (source, whole) => {
  const { text, span } = marked(source)
  expect(showSpan(text, wholeName(text, span))).toBe(whole)
})
