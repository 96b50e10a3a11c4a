import { emptyHistory } from '#shared/domain/history.ts'
import type { DatasetText } from '#shared/format/dataset.ts'
import type { Desk, Theme, WorkspaceChoice, WorkspaceOutcome } from '#shared/ipc/contract.ts'
import { bridge } from '../bridge.ts'
import { forgetAdjudication } from './adjudicating.ts'
import { forgetRules, keepPreviewTrue } from './adjudication-rules.ts'
import { forgetAgreement, listenToAgreement } from './agreement.ts'
import { forgetAlike } from './alike.ts'
import { ArticleList } from './article-list.ts'
import { recordFrom, showFirst } from './articles.ts'
import { listenToBringing, readWatched } from './bringing.ts'
import { forgetBrought, listenToBrought } from './brought.ts'
import { adoptCleaning, readCleaning } from './cleaning.ts'
import { allActors, desk, noFilter, noFind, say } from './desk.ts'
import { adoptMerged, adoptRegistry, adoptScheme, readRegistryAgain } from './editing.ts'
import { forgetExport, listenToExports, readExportChoices } from './exporting.ts'
import { keepHinted } from './hinted.ts'
import { finishImport, forgetImports, tellCutOff } from './imports.ts'
import { adoptChange, listArticles, noArticles } from './listing.ts'
import { forgetMerging, listenToMerging } from './merging.ts'
import { followMine } from './mine.ts'
import { noOpenCleaning } from './open-cleaning.ts'
import { noRegistry } from './open-registry.ts'
import { forgetPlaces, keepPlaces } from './places.ts'
import { setPreferences } from './preferences.ts'
import { keepRemarked } from './remarks.ts'
import { forgetReviewFile, listenToAnswers } from './review-file.ts'
import { forgetReviewing } from './reviewing.ts'
import { followScheme, tellUnknownLabels } from './scheme-editing.ts'
import { adoptTeam, readTeam } from './team.ts'
import { recallHistory, showHistoryInMenu } from './travelling.ts'
import { unknownTeam } from './unknown-team.ts'

/** Fetches what the desk starts with and listens to the main process from then on. */
export async function startDesk(): Promise<void> {
  listenToMain()
  showHistoryInMenu()
  keepPlaces()
  keepHinted()
  keepRemarked()
  keepPreviewTrue()
  const { outcome, notice, ...rest }: Desk = await bridge.request('desk:start')
  desk.setState(rest)
  await arrive(outcome)
  if (notice) say(notice)
}

function listenToMain(): void {
  bridge.listen('workspace-opened', (outcome) => void arrive(outcome))
  bridge.listen('articles-changed', adoptChange)
  bridge.listen('article-merged', ({ articleId, record }) => adoptMerged(articleId, recordFrom(record)))
  bridge.listen('registry-merged', adoptRegistry)
  bridge.listen('cleaning-merged', adoptCleaning)
  bridge.listen('scheme-changed', adoptScheme)
  bridge.listen('team-changed', adoptTeam)
  followScheme()
  followMine()
  bridge.listen('bulk-progress', (bulk) =>
    desk.setState((now) => (now.bulk ? { bulk: { ...now.bulk, ...bulk } } : {})),
  )
  bridge.listen('import-progress', (importing) => desk.setState({ importing }))
  bridge.listen('import-finished', (result) => void finishImport(result))
  listenToBringing()
  listenToExports()
  listenToBrought()
  listenToAgreement()
  listenToMerging()
  listenToAnswers()
  bridge.listen('save-problem', ({ sentence }) => desk.setState({ saveProblem: sentence }))
  bridge.listen('saved', () => desk.setState({ saveProblem: null }))
  bridge.listen('preferences-changed', (preferences) => desk.setState({ preferences }))
  bridge.listen('notice', say)
  window.addEventListener('focus', () => {
    void readRegistryAgain()
    void readTeam()
  })
}

export async function chooseWorkspace(choice: WorkspaceChoice): Promise<void> {
  await arrive(await bridge.request('workspace:open', choice))
}

async function arrive(outcome: WorkspaceOutcome): Promise<void> {
  if (outcome.kind === 'cancelled') return
  if (outcome.kind === 'refused') return say(outcome.sentence)
  const fresh = {
    open: null,
    preparing: null,
    unopened: null,
    registry: noRegistry,
    cleaning: noOpenCleaning,
    ...unknownTeam,
    bulk: null,
    history: emptyHistory,
    find: noFind,
    annotationFilter: noFilter,
    actorsShown: allActors,
    notice: null,
    noticeWay: null,
    reveal: null,
  }
  forgetPlaces()
  forgetImports()
  forgetAlike()
  forgetAgreement()
  forgetReviewing()
  forgetAdjudication()
  forgetRules()
  // A new name for the annotator opens the same workspace anew.
  const isSame = outcome.kind === 'opened' && outcome.workspace.id === desk.getState().workspace?.id
  if (isSame) void readExportChoices()
  else forgetExport()
  forgetBrought()
  forgetMerging()
  forgetReviewFile()
  if (outcome.kind === 'none') {
    return desk.setState({ ...fresh, ...noArticles, workspace: null, closed: outcome })
  }
  const { articles, first, ...workspace } = outcome.workspace
  desk.setState({ ...fresh, workspace, closed: null })
  listArticles(ArticleList.from(JSON.parse(articles)))
  void readCleaning()
  void readTeam()
  if (first) showFirst(first)
  recallHistory()
  void readRegistryAgain()
  void readWatched()
  void tellCutOff()
  void bridge.request('import:opened-files')
  requestIdleCallback(tellUnknownLabels, { timeout: 2_000 })
}

export const importArticles = (what: 'files' | 'folder'): Promise<null> =>
  bridge.request('articles:import', what)
export const cancelImport = (): Promise<null> => bridge.request('articles:cancel-import')
export const importDropped = (files: readonly File[]): Promise<null> => bridge.importDropped(files)

export async function exportDataset(text: DatasetText): Promise<void> {
  const answer = await bridge.request('dataset:export', text)
  if (!answer) return
  if (!answer.ok) return say(answer.problem.sentence)
  const { file, articles, annotations, leftOut, clipped } = answer.value
  const lost =
    leftOut + clipped > 0 ? ` ${leftOut} in boilerplate are left out, and ${clipped} cut there.` : ''
  say(
    `${annotations} annotations of ${articles} articles are exported to ${file}.${lost} Every offset was checked.`,
  )
}

/** Takes `name` as the annotator's; says what is wrong with it otherwise. */
export async function setAnnotator(name: string): Promise<string | null> {
  const answer = await bridge.request('annotator:set', name)
  return answer.ok ? null : answer.problem.sentence
}

export const setTheme = (theme: Theme): Promise<void> => setPreferences({ theme })

const NORMAL_TEXT = 18

/** Makes the article's text one step larger (`1`), smaller (`-1`) or normal (`0`). */
export async function sizeText(step: 1 | -1 | 0): Promise<void> {
  const { textSize } = desk.getState().preferences
  const wanted = step === 0 ? NORMAL_TEXT : Math.min(32, Math.max(12, textSize + 2 * step))
  await setPreferences({ textSize: wanted })
}
