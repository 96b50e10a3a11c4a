import { useEffect, useState } from 'react'
import type { SchemeUse } from '#shared/domain/scheme-uses.ts'
import { useDesk } from '../../state/desk.ts'
import { schemeUses } from '../../state/scheme-editing.ts'

const NO_USES: readonly SchemeUse[] = []

/** What the workspace's annotations say: counted when the view is opened, and anew when many were changed. */
export function useSchemeUses(): readonly SchemeUse[] {
  const [uses, setUses] = useState(NO_USES)
  const workspace = useDesk((state) => state.workspace?.id)
  const isBulk = useDesk(({ bulk }) => bulk !== null)
  useEffect(() => {
    if (isBulk || workspace === undefined) return
    let isWanted = true
    void schemeUses().then((found) => isWanted && setUses(found))
    return () => {
      isWanted = false
    }
  }, [workspace, isBulk])
  return uses
}
