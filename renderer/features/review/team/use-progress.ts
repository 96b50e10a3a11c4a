import { useEffect, useState } from 'react'
import type { Result } from '#shared/domain/result.ts'
import type { TeamProgress } from '#shared/ipc/team.ts'
import { useDesk } from '../../../state/desk.ts'
import { readProgress } from '../../../state/team.ts'

/** After the last of several edits in a row. */
const REST_MS = 300

/** How far everybody has come; null until that is known. It is asked for again after whatever is done or undone meanwhile. */
export function useProgress(): Result<TeamProgress> | null {
  const [progress, setProgress] = useState<Result<TeamProgress> | null>(null)
  const workspace = useDesk((state) => state.workspace)
  const history = useDesk((state) => state.history)
  const team = useDesk((state) => state.team)
  const count = useDesk(({ articles }) => articles.length)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what these have changed is asked about anew
  useEffect(() => {
    let isWanted = true
    const ask = async () => {
      const read = await readProgress()
      if (isWanted) setProgress(read)
    }
    const timer = setTimeout(() => void ask(), progress ? REST_MS : 0)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [workspace, history, team, count])
  return progress
}
