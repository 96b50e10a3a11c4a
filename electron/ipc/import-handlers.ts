import { failed, type Result } from '#shared/domain/result.ts'
import type { BroughtText, MadeArticle } from '#shared/ipc/importing.ts'
import { addBrought } from '../brought-article.ts'
import { textOnClipboard } from '../clipboard-text.ts'
import type { Desk } from '../desk.ts'
import type { Dialogs } from '../dialogs.ts'
import type { DroppedPaths } from '../dropped-paths.ts'
import type { FolderWatch } from '../folder-watch.ts'
import type { OpenedFiles } from '../opened-files.ts'
import { encodingsOf } from '../original-encodings.ts'
import type { Importing } from './importing.ts'
import type { Handlers } from './wire.ts'

export type ImportHandlerParts = {
  readonly desk: Desk
  readonly dialogs: Dialogs
  readonly dropped: DroppedPaths
  readonly importing: Importing
  readonly watch: FolderWatch
  readonly opened: OpenedFiles
}

type ImportChannel = Extract<keyof Handlers, `import:${string}` | `watch:${string}` | `articles:${string}`>

const NO_WORKSPACE = 'No workspace is open.'
const EMPTY_CLIPBOARD = 'There is no text on the clipboard to make an article of.'

/** How articles come in. */
export function importHandlers(parts: ImportHandlerParts): Pick<Handlers, ImportChannel> {
  const { desk, dialogs, dropped, importing, opened, watch } = parts
  const then = async (work: Promise<unknown>): Promise<null> => {
    await work
    return null
  }
  return {
    'articles:import': async (what) => {
      const folder = what === 'folder' ? await dialogs.folder('import') : null
      return then(importing.begin(what === 'files' ? await dialogs.articleFiles() : folder ? [folder] : []))
    },
    'articles:import-dropped': async (paths) => {
      const articles = await dropped.give(paths)
      return articles.length > 0 ? then(importing.begin(articles)) : null
    },
    'articles:cancel-import': () => {
      importing.cancel()
      return null
    },
    'import:resumable': () => importing.resumable(),
    'import:resume': () => then(importing.resume()),
    'import:forget': () => then(importing.forget()),
    'import:run': (id, answers) => then(importing.answered(id, answers)),
    'import:remembered-tables': () => importing.rememberedTables,
    'import:forget-tables': () => {
      importing.forgetTables()
      return null
    },
    'import:again': (rows) => then(importing.again(rows)),
    'import:paste': async () => {
      const brought = await textOnClipboard()
      return brought ? bring(desk, brought) : failed(EMPTY_CLIPBOARD)
    },
    'import:bring-text': (brought) => bring(desk, brought),
    'import:encodings': async (articleId) =>
      desk.session ? encodingsOf(desk.session.workspace, desk.parser, articleId) : failed(NO_WORKSPACE),
    'import:opened-files': () => {
      opened.takeBy((files) => importing.begin(files))
      return null
    },
    'watch:read': () => watch.folder,
    'watch:choose': async () => {
      const folder = await dialogs.folder('watch')
      return folder ? watch.choose(folder) : null
    },
    'watch:stop': () => {
      watch.stop()
      return null
    },
  }
}

async function bring(desk: Desk, brought: BroughtText): Promise<Result<MadeArticle>> {
  const { session } = desk
  if (!session) return failed(NO_WORKSPACE)
  if (!session.canWrite) return failed('This workspace can only be read, so nothing can be added to it.')
  const made = await addBrought(session.workspace, desk.parser, brought)
  if (made.ok) await desk.checkArticles()
  return made
}
