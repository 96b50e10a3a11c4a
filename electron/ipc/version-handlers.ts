import { failed, ok } from '#shared/domain/result.ts'
import type { NewerText } from '#shared/ipc/versions.ts'
import type { Desk } from '../desk.ts'
import type { Dialogs } from '../dialogs.ts'
import { changedOutside, putBackText } from '../library/kept-texts.ts'
import { compareVersions, listVersions } from '../versions/comparing.ts'
import { type NewerSource, replaceArticle } from '../versions/replacing.ts'
import type { Handlers } from './wire.ts'

export type VersionHandlerParts = { readonly desk: Desk; readonly dialogs: Dialogs }

type VersionChannel =
  | Extract<keyof Handlers, `versions:${string}`>
  | 'article:put-back'
  | 'article:changed-outside'

const NO_WORKSPACE = 'No workspace is open.'

/** What is done about articles of which there is a newer text. */
export function versionHandlers({ desk, dialogs }: VersionHandlerParts): Pick<Handlers, VersionChannel> {
  return {
    'article:changed-outside': async (articleId) =>
      desk.session ? changedOutside(desk.session.workspace, articleId) : null,
    'article:put-back': async (articleId) =>
      desk.session ? putBackText(desk.session.workspace, articleId) : failed(NO_WORKSPACE),
    'versions:replace': async (articleId, newer) => {
      if (!desk.session) return failed(NO_WORKSPACE)
      const source = await sourceOf(newer, dialogs)
      if (!source) return null
      const replaced = await replaceArticle(desk.session.versionParts(), articleId, source)
      await desk.checkArticles()
      return replaced
    },
    'versions:list': async () => {
      if (!desk.session) return failed(NO_WORKSPACE)
      await desk.session.flush()
      return listVersions(desk.session.versionParts())
    },
    'versions:compare': async (laterId) => {
      if (!desk.session) return failed(NO_WORKSPACE)
      await desk.session.flush()
      const compared = await compareVersions(desk.session.versionParts(), laterId)
      return compared.ok ? ok(JSON.stringify(compared.value)) : compared
    },
  }
}

/** Null when the analyst cancelled the dialog. */
async function sourceOf(newer: NewerText, dialogs: Dialogs): Promise<NewerSource | null> {
  if (newer.kind !== 'file') return newer
  const [path] = await dialogs.articleFiles()
  return path === undefined ? null : { kind: 'file', path }
}
