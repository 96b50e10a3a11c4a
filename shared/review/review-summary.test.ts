import { expect, it } from 'vitest'
import { ACA_1 } from '../domain/aca-1.ts'
import type { Annotation } from '../domain/annotation.ts'
import type { Judgement } from '../domain/review.ts'
import { mark, now } from '../testing/samples.ts'
import { standingsOf } from './mark-standing.ts'
import { MarksHere } from './marks-here.ts'
import { reviewSummary, type SummedArticle } from './review-summary.ts'
import { threadsOf } from './threads.ts'

const TEXT = 'Norland will pay for *two* new ferries.'
const [norland, pays, two] = [
  mark('m1', 0, 7),
  { ...mark('m2', 8, 20), label: 'commitment' },
  mark('m3', 21, 26),
] as const
const ana = { annotator: 'Ana_R', annotations: [norland, pays] }
const here = new MarksHere([ana])
const OF = { annotator: 'Ana_R', workspace: 'Desk', scheme: ACA_1, now }

const judgement = (
  as: Annotation,
  outcome: Judgement['outcome'],
  rest: Partial<Judgement> = {},
): Judgement => ({
  id: `j ${as.id}`,
  about: [{ annotator: 'Ana_R', id: as.id, as }],
  outcome,
  by: 'Bo',
  created: now,
  ...rest,
})

function article(...judgements: readonly Judgement[]): SummedArticle {
  const about = { annotator: 'Ana_R', id: 'm1' }
  const comments =
    judgements.length === 0
      ? []
      : [{ id: 'c', about, kind: 'said', text: 'Which *one*?', by: 'Bo', created: now } as const]
  const reviews = [{ annotator: 'Bo', judgements, comments }]
  return {
    title: 'Ferries',
    text: TEXT,
    standings: standingsOf(ana, reviews, here),
    threads: threadsOf(reviews, here),
  }
}

it('tells the numbers, what is to change and why, and what was said, so that Markdown takes no word for its own', () => {
  const proposal = { ...pays, end: 38 }
  const summary = reviewSummary(OF, [
    article(
      judgement(norland, 'accepted'),
      judgement(pays, 'changed', { proposal, reason: 'All of it.' }),
      judgement(two, 'rejected'),
    ),
  ])
  expect(summary).toBe(`# Review of Ana\\_R’s work

“Desk”, 2026-01-02. Reviewed by Bo.

| Label | Marks | Accepted | To change | Rejected | Not judged |
| --- | ---: | ---: | ---: | ---: | ---: |
| Actor | 2 | 1 | 0 | 1 | 0 |
| Commitment | 1 | 0 | 1 | 0 | 0 |
| All | 3 | 1 | 1 | 1 | 0 |

## Ferries

1 mark accepted as they are.

### To change

- **Commitment** “will pay for”
  - Bo would end it at “will pay for \\*two\\* new ferries”. All of it.

### Rejected

- **Actor** “\\*two\\*” (done since)
  - Bo rejects it.

### Comments

- **Actor** “Norland”
  - Bo, 2026-01-02: Which \\*one\\*?
`)
})

it('says so where there is nothing to answer', () => {
  const summary = reviewSummary(OF, [article()])
  expect(summary).toContain('Reviewed by nobody yet.')
  expect(summary).toContain('There is nothing to change and nothing to answer.')
  expect(summary).not.toContain('## ')
})
