import { describe, expect, it } from 'vitest'
import { marked } from '../testing/marked-text.ts'
import { type Risk, riskOf } from './occurrence-risk.ts'

const riskIn = (sentence: string): Risk => {
  const { text, span } = marked(sentence)
  return riskOf(text, span, { form: text.slice(span.start, span.end), isNamesake: false })
}

/** Places that an analyst would mark as the actor of that name. */
const ACTORS = [
  '[Norland] said on Tuesday that its boats would stay in port.',
  'But [Norland] rejected the offer.',
  'Officials said [Norland] would answer by Friday.',
  'The envoy accused [Norland] of the Tarnholm raid.',
  'The envoy accused [Norland] of breaking its word.',
  'On Tuesday [Norland] agreed to the plan.',
  'The treaty between [Norland] and Vesteria ends in May.',
  '[Norland] and Vesteria agreed to share the waters.',
  'Vesteria blamed [Norland], whose fleet had left at dawn.',
  '“We did not do this,” [Norland] said.',
  'Sanctions against [Norland] remain in force.',
  'A spokesperson for [Norland] denied the report.',
  'The council urged [Norland] to open the archive.',
  '[Norland]’s refusal surprised the council.',
  'She spoke for [Norland]; he did not.',
  'Meanwhile [Norland] has promised not to fish there.',
  '[Norland] also wants the line redrawn.',
  'Will [Norland] keep its word?',
  'The deal binds [Norland] until 2031.',
  'The pact was signed by [Norland] and by four others.',
  'Ministers from both sides met, and [Norland] paid.',
  'Reportedly [Norland] knew of it.',
  'Yesterday [Norland] withdrew its complaint.',
  'Vesteria’s talks with [Norland] have failed.',
  'In a letter, [Norland] demanded an apology.',
  'The [U.N.] condemned the attack.',
  'The [EU] will pay for the monitors.',
  'The [US] will pay for the monitors.',
  'The [EU] and its members promised aid.',
  'Aid from many donors reached the port, the [Red Heron] said.',
  '[Ana Ruiz] told reporters that nothing was signed.',
  'It was [Ana Ruiz] who wrote the letter.',
  'Nobody but [Ana Ruiz], the minister, had seen it.',
  'According to [Red Heron], 41 people were hurt.',
  '[Red Heron] never answered.',
  'Both [Vesteria] and Norland claim the bank.',
  'The ships of the line were a threat to [Vesteria], it said.',
  'Half of [Vesteria] voted.',
  'It had warned [Vesteria] of the storm.',
  'The judges sided with [Vesteria].',
  'As [Vesteria] sees it, the line is fixed.',
] as const

/** Places that an analyst would leave alone, or mark as something longer. */
const OTHERS: readonly (readonly [Risk, string])[] = [
  ['longer-name', 'The [Norland] Bank said so.'],
  ['longer-name', 'The Bank of [Norland] said so.'],
  ['longer-name', 'The government of [Norland] said so.'],
  ['longer-name', 'Minister [Ruiz] agreed.'],
  ['longer-name', 'Gen. [Ruiz] agreed.'],
  ['longer-name', 'J. [Ruiz] agreed.'],
  ['longer-name', '[Ruiz] Castellane agreed.'],
  ['longer-name', 'The [Ministry] of Fisheries agreed.'],
  ['longer-name', 'The U.S. [Treasury] agreed.'],
  ['longer-name', 'They took the [Norland] 7 home.'],
  ['longer-name', 'The North [Norland] fleet left.'],
  ['adjective', '[U.S.] companies fear the tax.'],
  ['adjective', 'Two [Norland] officials were hurt.'],
  ['adjective', 'A [Norland] trawler was seen.'],
  ['adjective', 'The [EU] delegation left.'],
  ['adjective', '[Norland] and Vesteria officials met.'],
  ['adjective', 'The [Norland] navy fired first.'],
  ['place', 'The talks were held in [Norland].'],
  ['place', 'They live near [Norland].'],
  ['place', 'Two boats sank off [Norland].'],
  ['place', 'Storms across [Norland] closed the roads.'],
  ['place', 'The envoy flew to [Norland].'],
  ['place', 'She returned from [Norland] on Monday.'],
  ['place', 'Exports of fish to [Norland] rose.'],
  ['place', 'The minister visited [Norland].'],
  ['place', 'In southern [Norland] it rained.'],
  ['place', 'At a port in Tarnholm, [Norland], boats wait.'],
  ['place', '[TARNHOLM], Mar. 3 (CNA) -- The talks began.'],
  ['place', '[TARNHOLM] (CNA) — The talks began.'],
  ['place', 'Along the coast of [Norland] it rained.'],
  ['longer-name', 'The Vesterian ambassador to [Norland] left.'],
  ['longer-name', '[Norland]’s Minister of Fisheries left.'],
  ['credit', 'Boats wait. Photo by Jonas Verhey, [CNA].'],
  ['credit', 'TARNHOLM, Mar. 3 ([CNA]) -- The talks began.'],
  ['description', 'Later [the minister] agreed.'],
  ['description', '[officials] agreed.'],
  ['description', '[Both sides] agreed.'],
  ['adjective', '[Norland] exports fell.'],
]

/** Places that no word beside them gives away. */
const UNSEEN = [
  'The fleets of [Norland], Vesteria and Estmark met.',
  'The [Norland], or the Estmark, boats left.',
]

describe('the risk of an occurrence', () => {
  it.each(OTHERS)('is “%s” in: %s', (risk, sentence) => {
    expect(riskIn(sentence)).toBe(risk)
  })

  it('is nil in at least 93 of 100 places that are said to be safe, and few actors are doubted', () => {
    const isSafe = (sentence: string) => riskIn(sentence) === 'safe'
    const right = ACTORS.filter(isSafe)
    const wrong = [...OTHERS.map(([, sentence]) => sentence), ...UNSEEN].filter(isSafe)
    expect(right.length / (right.length + wrong.length)).toBeGreaterThanOrEqual(0.93)
    expect(right.length / ACTORS.length).toBeGreaterThanOrEqual(0.9)
  })

  it('is that of another actor where the registry knows one of that name', () => {
    const { text, span } = marked('But [Norland] agreed.')
    expect(riskOf(text, span, { form: 'Norland', isNamesake: true })).toBe('namesake')
  })

  it('is told by words of its own line alone', () => {
    expect(riskIn('The Bank\n[Norland]\nCompanies')).toBe('safe')
    expect(riskIn('They met in\n[Norland] officials')).toBe('adjective')
  })
})
