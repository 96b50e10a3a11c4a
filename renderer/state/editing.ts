import { applyEdit, applyTo, type Edit, StaleEdit, touches, withProgress } from '#shared/domain/edit.ts'
import { type History, remember, type Step } from '#shared/domain/history.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import type { Editing, RegistryView } from '#shared/ipc/contract.ts'
import { bridge } from '../bridge.ts'
import { loadArticle } from './articles.ts'
import { editedCleaning, readCleaning } from './cleaning.ts'
import { type DeskState, desk, type OpenArticle, say, schemeOf, updateOpen } from './desk.ts'
import { reflectInList, reflectRecord } from './listing.ts'
import { editedRegistry, registryFrom } from './registry.ts'
import { readTeam } from './team.ts'

/**
 * An edit shows at once and is then sent to be saved. It stays among the unsaved until the main process says that it
 * is on disk; only when none is left does the status say so. `typing`: see `Step`.
 */
export function commit(edit: Edit, typing?: string): boolean {
  const state = desk.getState()
  const { open } = state
  const isAboutArticle = touches(edit, 'record')
  if (isAboutArticle && !open) return false
  const problem = whyNot(state, edit)
  if (problem !== null) {
    say(problem)
    return false
  }
  const step = {
    articleId: isAboutArticle && open ? open.article.id : null,
    edit: isAboutArticle && open ? withProgress(open.record, edit) : edit,
    ...(typing ? { typing } : {}),
  }
  perform(step, { kind: 'do', ...(typing ? { typing } : {}) })
  desk.setState(({ history }) => ({ history: remember(history, step) }))
  return true
}

/** The sentence that says why `edit` cannot be made now. */
export function whyNot(state: DeskState, edit: Edit): string | null {
  const { open, registry, workspace, cleaning, teamAccess } = state
  if (state.bulk) return 'Many articles are being changed; please wait.'
  if (state.isReviewing) return 'A decision is still being kept; please try again.'
  const asked = [
    touches(edit, 'record') ? open?.access : undefined,
    touches(edit, 'registry') ? registry.access : undefined,
    touches(edit, 'scheme') ? workspace?.access : undefined,
    touches(edit, 'team') ? teamAccess : undefined,
    touches(edit, 'cleaning') ? cleaning.access : undefined,
  ]
  const refusal = asked.find((access) => access?.kind === 'read')
  if (refusal?.kind === 'read') return refusal.sentence
  return open && touches(edit, 'record') ? onItsWay(open) : null
}

/** A key that comes before the article that was asked for is not meant for the one that is still shown. */
function onItsWay({ article }: OpenArticle): string | null {
  const { opening } = desk.getState()
  return opening === null || opening === article.id
    ? null
    : 'Another article is being opened; nothing was changed.'
}

/** Applies a step to what is on the desk and has it saved. @throws {StaleEdit} before anything is changed. */
export function perform(step: Step, editing: Editing): void {
  desk.setState(after(desk.getState(), step.edit))
  if (step.articleId !== null) reflectInList(step.articleId, step.edit)
  desk.setState(({ unsaved }) => ({ unsaved: [...unsaved, step], notice: null, noticeWay: null }))
  void save(step, editing)
}

/** What `edit` changes of the desk. */
function after(state: DeskState, edit: Edit): Partial<DeskState> {
  const { open, registry, workspace, cleaning, team } = state
  return {
    ...(open && touches(edit, 'record') ? { open: editedArticle(open, edit) } : {}),
    ...(touches(edit, 'registry') ? { registry: editedRegistry(registry, edit) } : {}),
    ...(touches(edit, 'cleaning') ? { cleaning: editedCleaning(cleaning, edit) } : {}),
    ...(touches(edit, 'team') ? { team: applyTo('team', team, edit) } : {}),
    ...(workspace && touches(edit, 'scheme')
      ? { workspace: { ...workspace, scheme: applyTo('scheme', schemeOf(state), edit) } }
      : {}),
  }
}

function editedArticle(open: OpenArticle, edit: Edit): OpenArticle {
  const record = applyEdit(open.record, edit)
  const { selected } = open
  return { ...open, record, selected: selected && record.annotations.get(selected) ? selected : null }
}

async function save(step: Step, editing: Editing): Promise<void> {
  try {
    await bridge.request('edit:make', step.articleId, step.edit, editing)
  } catch {
    await takeBack(step)
  }
  desk.setState(({ unsaved, saveProblem }) => {
    const left = unsaved.filter((other) => other !== step)
    return { unsaved: left, saveProblem: left.length === 0 ? null : saveProblem }
  })
}

/** What the main process refused is nowhere on disk, so it stays neither on the screen nor in the history. */
async function takeBack({ articleId, edit }: Step): Promise<void> {
  await readAgain()
  if (touches(edit, 'cleaning')) await readCleaning()
  if (touches(edit, 'team')) await readTeam()
  if (articleId !== null && desk.getState().open?.article.id === articleId) await loadArticle(articleId)
  say(
    `“${edit.name}” could not be kept, and was taken back: it did not fit what is on the disk. Please look once more.`,
  )
}

/** Takes over the history, the registry and the scheme as the main process has them. */
export async function readAgain(): Promise<void> {
  const [history, registry, scheme] = await Promise.all([
    bridge.request('history:read'),
    bridge.request('registry:read'),
    bridge.request('scheme:read'),
  ])
  desk.setState(({ workspace }) => ({
    history: JSON.parse(history) as History,
    registry: registryFrom(registry),
    workspace: workspace && { ...workspace, scheme },
  }))
}

/** The registry as it is on the disk, with what is still on its way there. */
export function adoptRegistry(view: RegistryView): void {
  const { unsaved } = desk.getState()
  const waiting = unsaved.filter(({ edit }) => touches(edit, 'registry'))
  const registry = waiting.reduce(
    (before, { edit }) => orAsItIs(before, () => editedRegistry(before, edit)),
    registryFrom(view),
  )
  desk.setState({ registry })
}

/** Reads what others may have said of actors meanwhile. */
export async function readRegistryAgain(): Promise<void> {
  const { workspace, registry } = desk.getState()
  if (!workspace) return
  const view = await bridge.request('registry:read')
  const now = desk.getState()
  if (now.workspace?.id !== workspace.id) return
  // What was edited meanwhile may be on the disk by now and yet not in what was read.
  if (now.registry.own !== registry.own) return readRegistryAgain()
  adoptRegistry(view)
  tellUnread(view)
}

/** Once for each time that it is another: others' actors that are missing are easily registered twice. */
function tellUnread({ unread }: RegistryView): void {
  const told = unread.join(' ')
  if (told !== toldUnread && told !== '') say(`Some actors of others are missing. ${told}`)
  toldUnread = told
}
let toldUnread = ''

/** Goes on with the annotator's last good registry, or with none, after its file was damaged. */
export async function restoreRegistry(version: 'last-good' | 'empty'): Promise<void> {
  adoptRegistry(await bridge.request('registry:restore', version))
}

export function adoptScheme(scheme: Scheme): void {
  desk.setState(({ workspace }) => ({ workspace: workspace && { ...workspace, scheme } }))
}

/** The record that another writer's version was merged into, with what is still on its way to be saved. */
export function adoptMerged(articleId: string, record: AnnotationRecord): void {
  if (desk.getState().open?.article.id !== articleId) return
  const waiting = desk.getState().unsaved.filter((step) => step.articleId === articleId)
  updateOpen(() => ({ record: waiting.reduce(applyIfFresh, record) }))
  reflectRecord(desk.getState().open as OpenArticle)
  say(
    'This article’s annotations were changed elsewhere too. Both versions are kept; look for marks that are now unsure.',
  )
}

const applyIfFresh = (record: AnnotationRecord, { edit }: Step): AnnotationRecord =>
  orAsItIs(record, () => applyEdit(record, edit))

/** What was merged may hold the edit already. */
function orAsItIs<T>(before: T, edited: () => T): T {
  try {
    return edited()
  } catch (error) {
    if (error instanceof StaleEdit) return before
    throw error
  }
}
