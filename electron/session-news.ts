import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import type { BulkProgress } from '#shared/ipc/bulk.ts'
import type { EventChannel } from '#shared/ipc/channels.ts'
import type { Events } from '#shared/ipc/contract.ts'
import type { Send } from './ipc/wire.ts'
import { recordView, type Session, type SessionEvents } from './session.ts'

type NewsParts = {
  readonly send: Send
  readonly onScheme: (scheme: Scheme) => void
  readonly session: () => Session | null
  /** Looks at all articles, or at some. */
  readonly check: (articleIds?: readonly string[]) => Promise<void>
}

/** From so many edited articles on, looking at all of them is no more work. */
const MANY = 500

/** What the page is told of a workspace while it is open. */
export function sessionNews({ send, onScheme, session, check }: NewsParts): SessionEvents {
  const tell = async <C extends EventChannel>(channel: C, view: Promise<Events[C]> | undefined) => {
    const read = await view
    if (read !== undefined) send(channel, read)
  }
  return {
    onProblem: (sentence: string) => send('save-problem', { sentence }),
    onSaved: () => send('saved', null),
    onRegistryMerged: () => void tell('registry-merged', session()?.readRegistry()),
    onCleaningMerged: () => void tell('cleaning-merged', session()?.cleaning.view()),
    onTeamMerged: () => void tell('team-changed', session()?.team.view()),
    onSchemeMerged: (scheme: Scheme) => {
      send('scheme-changed', scheme)
      onScheme(scheme)
    },
    onBulkProgress: (progress: BulkProgress) => send('bulk-progress', progress),
    onMerged: (articleId: string, record: AnnotationRecord) =>
      send('article-merged', { articleId, record: recordView(record) }),
    onArticlesChanged: () => void check(),
    onArticlesEdited: (articleIds) => void check(articleIds.length < MANY ? articleIds : undefined),
  }
}
