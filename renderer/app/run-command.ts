import type { CommandId } from '#shared/commands.ts'
import type { Motion } from '#shared/domain/motions.ts'
import { bridge } from '../bridge.ts'
import { copyWithMarks } from '../features/reader/marked-text/copy-with-marks.ts'
import { printArticle } from '../features/reader/marked-text/printed-article.tsx'
import { applyLabel, deleteSelected, doneAndNext, nextStatus, toggleUnsure } from '../state/annotating.ts'
import { answerHere, declineHere, takeHere } from '../state/answering.ts'
import { stepArticle } from '../state/articles.ts'
import { pasteArticle, stopWatching, watchFolder } from '../state/bringing.ts'
import { openCard, openSlot } from '../state/carding.ts'
import { desk, focusPane, say, showSheet, showView } from '../state/desk.ts'
import { showExchange } from '../state/exchange.ts'
import { takeOffer } from '../state/filling.ts'
import { openFind, stepMatch } from '../state/finding.ts'
import { toggleBoilerplate, toggleMainText } from '../state/folding.ts'
import { addFragment, removeFragment } from '../state/fragments.ts'
import { toggleGuideline } from '../state/guideline.ts'
import { boundNow } from '../state/keys.ts'
import { toggleRange } from '../state/marking-boilerplate.ts'
import { mendSelected } from '../state/mending.ts'
import { showMerging } from '../state/merging.ts'
import { extendSelection, moveCaret } from '../state/moving.ts'
import { askForEarlier } from '../state/newer-version.ts'
import { nextRemark } from '../state/next-remark.ts'
import { previewOccurrences } from '../state/occurrences.ts'
import { toggleOthers } from '../state/others.ts'
import { placeHere } from '../state/placing.ts'
import { showReview } from '../state/review.ts'
import { showReviewFile } from '../state/review-file.ts'
import { cycleUnderCaret, stepAnnotation } from '../state/selecting.ts'
import { endWithClause, narrow, otherEnd, selectNothing, shiftByWord, widen } from '../state/shaping.ts'
import { stepAct, stepUnmarked } from '../state/stepping.ts'
import { takeOther } from '../state/taking-others.ts'
import { showSwitch } from '../state/team.ts'
import { redo, undo } from '../state/travelling.ts'
import { nextUnsure } from '../state/unsure.ts'
import { reviewVersions } from '../state/versions.ts'
import { chooseWorkspace, exportDataset, importArticles, setTheme, sizeText } from '../state/workspace.ts'
import { worksInEveryView } from './every-view.ts'
import { stepPane } from './panes.ts'

type FixedId = Exclude<
  CommandId,
  | `${'mark' | 'caret' | 'extend' | 'role' | 'attribute' | 'link' | 'offer'}.${string}`
  | `workspace.recent.${number}`
>

/** What each command does. One that answers `false` had nothing to do, and its key keeps its ordinary meaning. */
const RUN: { readonly [Id in FixedId]: () => unknown } = {
  'workspace.new': () => chooseWorkspace({ kind: 'new' }),
  'workspace.open': () => chooseWorkspace({ kind: 'existing' }),
  'workspace.sample': () => chooseWorkspace({ kind: 'sample' }),
  'workspace.reveal': () => bridge.request('workspace:reveal'),
  'import.files': () => importArticles('files'),
  'import.folder': () => importArticles('folder'),
  'import.paste': pasteArticle,
  'import.watch': watchFolder,
  'import.unwatch': stopWatching,
  'exchange.annotations': () => showExchange('annotations'),
  'exchange.export': () => showExchange('export'),
  'export.dataset': () => exportDataset('full'),
  'export.main-text': () => exportDataset('main'),
  'review.merge': showMerging,
  'review.make-file': () => showReviewFile('make'),
  'review.take-answers': () => showReviewFile('take'),
  'annotator.switch': showSwitch,
  'annotator.change': () => showSheet({ kind: 'name' }),
  'edit.undo': undo,
  'edit.redo': redo,
  'find.open': openFind,
  'find.next': () => stepMatch(1),
  'find.previous': () => stepMatch(-1),
  'article.print': printArticle,
  'edit.copy-with-marks': copyWithMarks,
  'find.annotations': () => focusPane('filter'),
  'select.widen': widen,
  'select.narrow': narrow,
  'select.start-back': () => shiftByWord('start', false),
  'select.start-on': () => shiftByWord('start', true),
  'select.end-on': () => shiftByWord('end', true),
  'select.end-back': () => shiftByWord('end', false),
  'select.end-clause': endWithClause,
  'select.other-end': otherEnd,
  'select.none': selectNothing,
  'fragment.add': addFragment,
  'fragment.remove': removeFragment,
  'go.next-act': () => stepAct(1),
  'go.previous-act': () => stepAct(-1),
  'go.next-unsure': nextUnsure,
  'go.next-unmarked': () => stepUnmarked(1),
  'go.previous-unmarked': () => stepUnmarked(-1),
  'go.article': () => showSheet({ kind: 'go-to-article' }),
  'view.boilerplate': toggleBoilerplate,
  'view.main-text': toggleMainText,
  'boilerplate.toggle': toggleRange,
  'boilerplate.kind': () => showSheet({ kind: 'boilerplate' }),
  'help.commands': () => showSheet({ kind: 'commands' }),
  'occurrences.mark': previewOccurrences,
  'annotation.delete': deleteSelected,
  'annotation.unsure': toggleUnsure,
  'annotation.note': openNote,
  'versions.place': placeHere,
  'versions.review': reviewVersions,
  'versions.join': askForEarlier,
  'annotation.mend': mendSelected,
  'card.open': openCard,
  'article.status': nextStatus,
  'article.done': doneAndNext,
  'go.next-annotation': () => stepAnnotation(1),
  'go.previous-annotation': () => stepAnnotation(-1),
  'go.next-remark': nextRemark,
  'go.under-caret': cycleUnderCaret,
  'go.next-article': () => stepArticle(1),
  'go.previous-article': () => stepArticle(-1),
  'go.articles': () => focusPane('articles'),
  'go.reader': () => focusPane('reader'),
  'go.annotations': () => focusPane('annotations'),
  'go.next-pane': () => stepPane(1),
  'go.previous-pane': () => stepPane(-1),
  'view.annotate': () => showView('annotate'),
  'view.actors': () => showView('actors'),
  'view.queue': () => showView('queue'),
  'view.scheme': () => showView('scheme'),
  'view.collect': () => showView('collect'),
  'view.exchange': () => showView('exchange'),
  'view.review': () => showView('review'),
  'remark.take': takeHere,
  'remark.decline': declineHere,
  'remark.answer': answerHere,
  'review.team': () => showReview('team'),
  'review.agreement': () => showReview('agreement'),
  'review.adjudicate': () => showReview('adjudicate'),
  'review.work': () => showReview('work'),
  'review.quality': () => showReview('quality'),
  'view.others': toggleOthers,
  'others.take': takeOther,
  'view.larger': () => sizeText(1),
  'view.smaller': () => sizeText(-1),
  'view.normal': () => sizeText(0),
  'view.system-theme': () => setTheme('system'),
  'view.light-theme': () => setTheme('light'),
  'view.dark-theme': () => setTheme('dark'),
  'view.guidelines': () => showSheet({ kind: 'guidelines' }),
  'view.guideline': toggleGuideline,
  'help.keys': () => showSheet({ kind: 'keys' }),
  'help.about': () => showSheet({ kind: 'about' }),
}

/** The same for those of which there is one for each label, role, motion…, by what their ids begin with. */
const RUN_EACH: { readonly [head: string]: (tail: string) => unknown } = {
  mark: applyLabel,
  caret: (motion) => moveCaret(motion as Motion),
  extend: (motion) => extendSelection(motion as Motion),
  role: (id) => openSlot({ kind: 'role', id }),
  attribute: (id) => openSlot({ kind: 'attribute', id }),
  link: (id) => openSlot({ kind: 'link', id }),
  offer: (number) => takeOffer(Number(number)),
  'workspace.recent': (index) => void chooseWorkspace({ kind: 'recent', index: Number(index) }),
}

/** Runs a command by its id. False when there was nothing for it to do. */
export function runCommand(id: CommandId): boolean {
  say(null)
  if (!worksInEveryView(boundNow().byId.get(id))) showView('annotate')
  const head = Object.keys(RUN_EACH).find((one) => id.startsWith(`${one}.`))
  const answer = head === undefined ? RUN[id as FixedId]() : RUN_EACH[head]?.(id.slice(head.length + 1))
  return answer !== false
}

function openNote(): void {
  if (desk.getState().open?.selected) focusPane('note')
  else say('Select an annotation to write a note on it.')
}
