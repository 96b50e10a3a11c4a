import { useEffect, useState } from 'react'
import { desk, useDesk } from '../../state/desk.ts'
import { lookAgain, useQueue } from '../../state/queue.ts'
import { onQueueKey } from './queue-keys.ts'
import { QueueList } from './queue-list.tsx'
import { QueueTabs } from './queue-tabs.tsx'
import css from './queue-view.module.css'

/** What is unsure, and what the checks find, in all articles: walked, settled and mended from here. */
export function QueueView() {
  const tab = useQueue((state) => state.tab)
  const problem = useQueue((state) => state.problem)
  useStaysTrue()
  // A list takes the focus when it is shown, so that its keys work at once.
  const [focus] = useState(() => ({}))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list and the tabs in it have the focus; its keys are theirs
    <div className={css.queue} onKeyDown={onQueueKey}>
      <QueueTabs />
      <div role="tabpanel" aria-labelledby={`queue-${tab}`} className={css.panel}>
        {problem ? <p className={css.nothing}>{problem}</p> : <QueueList focus={focus} />}
      </div>
    </div>
  )
}

/** Whatever is done, undone or opened may be of consequence here. */
function useStaysTrue(): void {
  const history = useDesk((state) => state.history)
  const workspaceId = useDesk(({ workspace }) => workspace?.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are asked for anew because these have changed
  useEffect(() => void lookAgain(), [history, workspaceId])
  useEffect(
    () =>
      desk.subscribe(({ articles }, before) => {
        if (articles.length !== before.articles.length) void lookAgain()
      }),
    [],
  )
}
