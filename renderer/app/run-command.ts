import type { CommandId } from '#shared/commands.ts'
import { bridge } from '../bridge.ts'
import { copyWithMarks } from '../features/reader/marked-text/copy-with-marks.ts'
import { printArticle } from '../features/reader/marked-text/printed-article.tsx'
import { applyLabel, deleteSelected, doneAndNext, nextStatus, toggleUnsure } from '../state/annotating.ts'
import { stepArticle } from '../state/articles.ts'
import { desk, focusPane, say, showSheet } from '../state/desk.ts'
import { redo, undo } from '../state/editing.ts'
import { openFind, stepMatch } from '../state/finding.ts'
import { toggleBoilerplate } from '../state/folding.ts'
import { cycleUnderCaret, stepAnnotation } from '../state/selecting.ts'
import { chooseWorkspace, exportDataset, importArticles, setTheme, sizeText } from '../state/workspace.ts'
import { stepPane } from './panes.ts'

type FixedId = Exclude<
  CommandId,
  `mark.${string}` | `workspace.recent.${number}` | `caret.${string}` | `extend.${string}`
>

const notYet = () => say('This is not there yet.')

/** What each command does. One that answers `false` had nothing to do, and its key keeps its ordinary meaning. */
const RUN: { readonly [Id in FixedId]: () => unknown } = {
  'workspace.new': () => chooseWorkspace({ kind: 'new' }),
  'workspace.open': () => chooseWorkspace({ kind: 'existing' }),
  'workspace.sample': () => chooseWorkspace({ kind: 'sample' }),
  'workspace.reveal': () => bridge.request('workspace:reveal'),
  'import.files': () => importArticles('files'),
  'import.folder': () => importArticles('folder'),
  'export.dataset': exportDataset,
  'annotator.change': () => showSheet({ kind: 'name' }),
  'edit.undo': undo,
  'edit.redo': redo,
  'find.open': openFind,
  'find.next': () => stepMatch(1),
  'find.previous': () => stepMatch(-1),
  'article.print': printArticle,
  'edit.copy-with-marks': copyWithMarks,
  'find.annotations': notYet,
  'select.widen': notYet,
  'select.narrow': notYet,
  'select.start-back': notYet,
  'select.start-on': notYet,
  'select.end-on': notYet,
  'select.end-back': notYet,
  'select.other-end': notYet,
  'select.none': notYet,
  'fragment.add': notYet,
  'fragment.remove': notYet,
  'go.next-act': notYet,
  'go.previous-act': notYet,
  'go.next-unmarked': notYet,
  'go.previous-unmarked': notYet,
  'go.article': notYet,
  'view.boilerplate': toggleBoilerplate,
  'help.commands': notYet,
  'annotation.delete': deleteSelected,
  'annotation.unsure': toggleUnsure,
  'annotation.note': openNote,
  'article.status': nextStatus,
  'article.done': doneAndNext,
  'go.next-annotation': () => stepAnnotation(1),
  'go.previous-annotation': () => stepAnnotation(-1),
  'go.under-caret': cycleUnderCaret,
  'go.next-article': () => stepArticle(1),
  'go.previous-article': () => stepArticle(-1),
  'go.articles': () => focusPane('articles'),
  'go.reader': () => focusPane('reader'),
  'go.annotations': () => focusPane('annotations'),
  'go.next-pane': () => stepPane(1),
  'go.previous-pane': () => stepPane(-1),
  'view.larger': () => sizeText(1),
  'view.smaller': () => sizeText(-1),
  'view.normal': () => sizeText(0),
  'view.system-theme': () => setTheme('system'),
  'view.light-theme': () => setTheme('light'),
  'view.dark-theme': () => setTheme('dark'),
  'view.guidelines': () => showSheet({ kind: 'guidelines' }),
  'help.keys': () => showSheet({ kind: 'keys' }),
  'help.about': () => showSheet({ kind: 'about' }),
}

/** Runs a command by its id. False when there was nothing for it to do. */
export function runCommand(id: CommandId): boolean {
  say(null)
  const label = tailOf(id, 'mark.')
  const recent = tailOf(id, 'workspace.recent.')
  const caret = tailOf(id, 'caret.')
  const extend = tailOf(id, 'extend.')
  if (label !== null) applyLabel(label)
  else if (caret !== null || extend !== null) return false
  else if (recent !== null) void chooseWorkspace({ kind: 'recent', index: Number(recent) })
  else return RUN[id as FixedId]() !== false
  return true
}

const tailOf = (id: string, head: string): string | null =>
  id.startsWith(head) ? id.slice(head.length) : null

function openNote(): void {
  if (desk.getState().open?.selected) focusPane('note')
  else say('Select an annotation to write a note on it.')
}
