import { emptyHistory } from '#shared/domain/history.ts'
import { failed } from '#shared/domain/result.ts'
import type { UndoNames } from '#shared/ipc/contract.ts'
import type { Desk } from '../desk.ts'
import { linkMentions } from '../mention-linking.ts'
import type { Session } from '../session.ts'
import type { Handlers } from './wire.ts'

export type EditHandlerParts = { readonly desk: Desk; readonly onHistory: (names: UndoNames) => void }

type EditChannel = Extract<
  keyof Handlers,
  | `edit:${string}`
  | `registry:${string}`
  | `mentions:${string}`
  | 'scheme:read'
  | `bulk:${string}`
  | `history:${string}`
>

const NO_WORKSPACE = 'No workspace is open.'

/** What is edited, and taken back. */
export function editHandlers({ desk, onHistory }: EditHandlerParts): Pick<Handlers, EditChannel> {
  const session = (): Session => {
    if (!desk.session) throw new Error(NO_WORKSPACE)
    return desk.session
  }
  return {
    'edit:make': async (articleId, edit, editing) => {
      await desk.edit(articleId, edit, editing)
      return null
    },
    'registry:read': () => session().readRegistry(),
    'registry:restore': (version) => session().restoreRegistry(version),
    'mentions:link': (edit, articles) => linkMentions(session(), edit, articles),
    'scheme:read': () => session().workspace.manifest.scheme,
    'bulk:travel': async (direction) => {
      const report = (await desk.session?.bulk.travel(direction)) ?? failed(NO_WORKSPACE)
      desk.showScheme()
      return report
    },
    'bulk:cancel': () => {
      desk.session?.bulk.cancel()
      return null
    },
    'history:read': () => JSON.stringify(desk.session?.readHistory() ?? emptyHistory),
    'history:pass': (direction) => {
      desk.session?.passInHistory(direction)
      return null
    },
    'history:show': (names) => {
      onHistory(names)
      return null
    },
  }
}
