import type { Judgement } from '#shared/domain/review.ts'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import type { OpenAdjudication } from '../../../state/open-adjudication.ts'
import { factsOf, quoteOf, shownFacts } from './difference-words.ts'

type Props = { readonly open: OpenAdjudication; readonly judgement: Judgement }

const NONE: ReadonlySet<string> = new Set()

/** What gold says by now where something was decided. */
export function InGold({ open, judgement: { made = [] } }: Props) {
  const scheme = useDesk(schemeOf)
  const union = useDesk(({ registry }) => registry.united)
  const { annotations } = open.gold.record
  const place = { text: open.text, annotations, scheme, union, earlier: null }
  const marks = made.flatMap((id) => annotations.get(id) ?? [])
  return marks.map((mark) => {
    const [label, ...rest] = shownFacts(factsOf(mark, place), NONE)
    const said = rest.map(({ title, value }) => `; ${title}: ${value}`).join('')
    return (
      <p key={mark.id}>
        In gold: {label?.value} “{quoteOf(open.text, mark, null)[1]}”{said}
      </p>
    )
  })
}
