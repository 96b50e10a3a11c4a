import path from 'node:path'
import { shell } from 'electron'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { DatasetText } from '#shared/format/dataset.ts'
import { everythingAs } from '#shared/format/export-settings.ts'
import type { LossKind } from '#shared/format/interchange/losses.ts'
import type { ExportReport } from '#shared/ipc/contract.ts'
import { exportAs } from '../export/export-as.ts'
import { personName } from '../library/ids.ts'
import { UNSAVED } from '../library/unsaved.ts'
import { patchPreferences } from '../preferences.ts'
import type { Session } from '../session.ts'
import { adjudicationHandlers } from './adjudication-handlers.ts'
import { agreementHandlers } from './agreement-handlers.ts'
import { alikeHandlers } from './alike-handlers.ts'
import { broughtHandlers } from './brought-handlers.ts'
import { cleaningHandlers } from './cleaning-handlers.ts'
import { editHandlers } from './edit-handlers.ts'
import { exportHandlers } from './export-handlers.ts'
import type { HandlerParts } from './handler-parts.ts'
import { importHandlers } from './import-handlers.ts'
import { mergeHandlers } from './merge-handlers.ts'
import { occurrenceHandlers } from './occurrence-handlers.ts'
import { qualityHandlers } from './quality-handlers.ts'
import { reviewFileHandlers } from './review-file-handlers.ts'
import { reviewingHandlers } from './reviewing-handlers.ts'
import { schemeHandlers } from './scheme-handlers.ts'
import { surveyHandlers } from './survey-handlers.ts'
import { teamHandlers } from './team-handlers.ts'
import { versionHandlers } from './version-handlers.ts'
import type { Handlers } from './wire.ts'

const NO_WORKSPACE = 'No workspace is open.'

/** What the main process does for each request of the page. */
export function handlers(parts: HandlerParts): Handlers {
  const { desk, preferences } = parts
  return {
    ...editHandlers(parts),
    ...surveyHandlers(desk),
    ...schemeHandlers(parts),
    ...occurrenceHandlers(parts),
    ...cleaningHandlers(desk),
    ...importHandlers(parts),
    ...alikeHandlers(parts),
    ...versionHandlers(parts),
    ...exportHandlers(parts),
    ...broughtHandlers(parts),
    ...adjudicationHandlers(parts),
    ...agreementHandlers(parts),
    ...mergeHandlers(parts),
    ...qualityHandlers(parts),
    ...reviewFileHandlers(parts),
    ...reviewingHandlers(parts),
    ...teamHandlers(parts),
    'desk:start': async () => {
      const outcome = await desk.start()
      return {
        about: parts.about,
        platform: process.platform,
        preferences: desk.preferences,
        suggestedAnnotator: parts.suggestedAnnotator,
        recent: desk.recent,
        outcome,
        notice: preferences.notice,
      }
    },
    'workspace:open': (choice) => desk.choose(choice),
    'workspace:reveal': async () => {
      if (desk.session) await shell.openPath(desk.session.workspace.root)
      return null
    },
    'article:read': async (articleId) =>
      desk.session ? desk.session.readArticle(articleId) : failed(NO_WORKSPACE),
    'article:open': async (articleId) => {
      if (!desk.session) return failed(NO_WORKSPACE)
      const opened = await desk.session.openRecord(articleId)
      if (opened.ok) desk.rememberArticle(articleId)
      return opened
    },
    'article:restore': async (articleId, version) =>
      desk.session ? desk.session.restore(articleId, version) : failed(NO_WORKSPACE),
    'dataset:export': (text) => (desk.session ? exportFrom(desk.session, text, parts) : failed(NO_WORKSPACE)),
    'annotator:set': async (typed) => {
      const name = personName(typed)
      return name.ok ? desk.setAnnotator(name.value) : name
    },
    'preferences:set': (patch) => {
      patchPreferences(preferences.store, patch)
      if (patch.theme) parts.onTheme()
      if (patch.keys) parts.onKeys()
      return desk.preferences
    },
  }
}

async function exportFrom(
  session: Session,
  text: DatasetText,
  { dialogs, documents }: HandlerParts,
): Promise<Result<ExportReport> | null> {
  const { manifest } = session.workspace
  const out = await dialogs.exportFile(
    path.join(documents, `${manifest.name}${text === 'main' ? ', main text' : ''}.json`),
  )
  if (!out) return null
  if (!(await session.flush())) return failed(UNSAVED)
  const exported = await exportAs(session.workspace, { ...everythingAs('glosswright'), text }, { out })
  if (!exported.ok) return exported
  const { articles, annotations, loss } = exported.value
  const countOf = (kind: LossKind): number => loss.find((one) => one.kind === kind)?.count ?? 0
  const leftOut = countOf('in boilerplate')
  return ok({ file: out, articles, annotations, leftOut, clipped: countOf('clipped') })
}
