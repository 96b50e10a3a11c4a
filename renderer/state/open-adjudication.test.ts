import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ArticleMarks } from '#shared/ipc/team.ts'
import { adjudication } from '#shared/review/adjudicating.ts'
import { settledCounts } from '#shared/review/settled-counts.ts'
import type { Verdict } from '#shared/review/verdict.ts'
import { codings } from '#shared/testing/codings.ts'
import { now } from '#shared/testing/samples.ts'
import { openAdjudication, settled } from './open-adjudication.ts'

const verdicts = fc.constantFrom<Verdict['kind']>('take', 'reject', 'discuss')
const decisions = fc.array(fc.tuple(fc.nat(), verdicts), { maxLength: 8 })

let made = 0
const deciding = { name: 'Decide', by: 'Eva', now, newId: () => `gold-${++made}` }

it('its counts follow each decision as if all were counted again', () =>
  fc.assert(
    fc.property(codings, decisions, (all, decided) => {
      const records = all.map((one) => ({ ...one, status: 'done' }))
      const annotators = all.map(({ annotator }) => annotator)
      const marks: ArticleMarks = { annotators, records: JSON.stringify(records), reviews: '[]', unread: [] }
      let open = openAdjudication({ articleId: 'a', title: '', text: '', marks, actorMeant: (id) => id })
      for (const [at, kind] of open.alignments.length > 0 ? decided : []) {
        const alignment = open.alignments[at % open.alignments.length] as (typeof open.alignments)[number]
        const annotators = [alignment.marks[0]?.annotator ?? '']
        const verdict = kind === 'take' ? { kind, annotators } : ({ kind } as Verdict)
        open = settled(open, adjudication(open.gold, [{ alignment, verdict }], deciding))
      }
      expect(open.counts).toEqual(settledCounts(open.alignments, (one) => open.gold.standingOf(one)))
      const { open: left, decided: done, discussed, agreed, differences } = open.counts
      expect(left + done + discussed + agreed).toBeLessThanOrEqual(open.alignments.length)
      expect(done + left).toBeLessThanOrEqual(differences)
    }),
  ))
