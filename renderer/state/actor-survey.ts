import { useEffect, useMemo, useState } from 'react'
import type { SurveyAnswer, SurveyCount, SurveyQuery } from '#shared/ipc/survey.ts'
import { bridge } from '../bridge.ts'
import { mergedIds } from './actors-view.ts'
import { type DeskState, say, useDesk } from './desk.ts'

/**
 * What the main process finds in all articles, asked anew whenever something was edited. What was found before stays until
 * then, so that a list is never empty only because it is not there yet.
 */

/** Another one after each edit, once it is with the main process. */
const editedIn = ({ history, unsaved, bulk }: DeskState): unknown =>
  unsaved.length > 0 || bulk ? null : (history.done.at(-1) ?? history)

/** The answer to `query`; null while there is none. */
export function useSurvey(query: SurveyQuery): SurveyAnswer | null {
  const asked = JSON.stringify(query)
  const [found, setFound] = useState<{ readonly asked: string; readonly answer: SurveyAnswer } | null>(null)
  useAfterEdits(asked, async () => {
    const answer = await bridge.request('survey:ask', JSON.parse(asked) as SurveyQuery)
    return () => {
      if (answer.ok) setFound({ asked, answer: JSON.parse(answer.value) as SurveyAnswer })
      else say(answer.problem.sentence)
    }
  })
  return found?.asked === asked ? found.answer : null
}

/** How much there is of what; null until it is counted. */
export function useSurveyCount(): SurveyCount | null {
  const united = useDesk(({ registry }) => registry.united)
  const merged = useMemo(() => mergedIds(united), [united])
  const [count, setCount] = useState<SurveyCount | null>(null)
  useAfterEdits(JSON.stringify(merged), async () => {
    const answer = await bridge.request('survey:count', merged)
    return () => {
      if (answer.ok) setCount(JSON.parse(answer.value) as SurveyCount)
    }
  })
  return count
}

/** Asks now and after each edit; what `ask` resolves to is called unless something else was asked for meanwhile. */
function useAfterEdits(asked: string, ask: () => Promise<() => void>): void {
  const edited = useDesk(editedIn)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for is told by `asked`
  useEffect(() => {
    if (edited === null) return
    let isWanted = true
    void ask().then((take) => {
      if (isWanted) take()
    })
    return () => {
      isWanted = false
    }
  }, [asked, edited])
}
