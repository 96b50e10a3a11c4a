import { actCommands } from './act-commands.ts'
import { CARET_KEYS } from './caret-keys.ts'
import type { Bindings } from './domain/accelerator.ts'
import type { Motion } from './domain/motions.ts'
import type { Scheme } from './domain/scheme.ts'
import { ANSWERS, REVIEW_PARTS, TEAM_WORK } from './review-commands.ts'

/**
 * Everything that can be commanded, told once: the menu, the palette, the shortcuts, the keyboard sheet and
 * docs/keyboard.md are made from this list. What a command does lives with the renderer, or with the main process for
 * the few that are its own.
 */
export type Command = {
  readonly id: string
  readonly title: string
  readonly menu: Section
  /**
   * Written as Electron accelerators; the first is the one that is shown. Plain keys work wherever nothing is being
   * typed; those with Ctrl, Cmd or Alt work everywhere.
   */
  readonly keys: readonly string[]
  /** What they are on macOS, where its own customs differ. */
  readonly macKeys?: readonly string[]
  /** Its keys work in the article's text alone: elsewhere they mean something else. */
  readonly place?: 'text'
  /** A line above it in the menu. */
  readonly separated?: true
}

export const MENUS = ['File', 'Edit', 'Select', 'Annotate', 'Act', 'Go', 'View', 'Help'] as const
export type Menu = (typeof MENUS)[number]
/**
 * The keyboard's own order: what is needed all day comes first. The caret's keys are in no menu and in no palette, where
 * they would only be in the way.
 */
export const SECTIONS = ['Annotate', 'Act', 'Select', 'Go', 'Edit', 'Caret', 'View', 'File', 'Help'] as const
export type Section = (typeof SECTIONS)[number]

type MotionCommand = Command & { readonly id: `caret.${Motion}` | `extend.${Motion}` }

const CARET: readonly MotionCommand[] = CARET_KEYS.flatMap(({ to, title, keys, ...rest }) => {
  const macKeys: readonly string[] = 'macKeys' in rest ? rest.macKeys : keys
  const of = { menu: 'Caret', place: 'text' } as const
  return [
    { ...of, id: `caret.${to}` as const, title, keys, macKeys },
    {
      ...of,
      id: `extend.${to}` as const,
      title: `${title}, selecting`,
      keys: keys.map(withShift),
      macKeys: macKeys.map(withShift),
    },
  ]
})

function withShift(keys: string): string {
  const parts = keys.split('+')
  return [...parts.slice(0, -1), 'Shift', parts.at(-1)].join('+')
}

const COMMANDS = [
  { id: 'workspace.new', title: 'New workspace…', menu: 'File', keys: ['CmdOrCtrl+Shift+N'] },
  { id: 'workspace.open', title: 'Open folder…', menu: 'File', keys: ['CmdOrCtrl+O'] },
  { id: 'workspace.sample', title: 'Open the sample workspace', menu: 'File', keys: [] },
  { id: 'workspace.reveal', title: 'Show the workspace’s folder', menu: 'File', keys: [] },
  { id: 'import.files', title: 'Import articles…', menu: 'File', keys: ['CmdOrCtrl+I'], separated: true },
  { id: 'import.folder', title: 'Import a folder…', menu: 'File', keys: ['CmdOrCtrl+Shift+I'] },
  {
    id: 'import.paste',
    title: 'New article from the clipboard',
    menu: 'File',
    keys: ['CmdOrCtrl+Shift+V'],
  },
  { id: 'import.watch', title: 'Watch a folder…', menu: 'File', keys: [] },
  { id: 'import.unwatch', title: 'Stop watching the folder', menu: 'File', keys: [] },
  { id: 'exchange.annotations', title: 'Import annotations…', menu: 'File', keys: [] },
  { id: 'exchange.export', title: 'Export…', menu: 'File', keys: [], separated: true },
  { id: 'export.dataset', title: 'Export dataset as JSON…', menu: 'File', keys: ['CmdOrCtrl+E'] },
  {
    id: 'export.main-text',
    title: 'Export the main texts as JSON…',
    menu: 'File',
    keys: ['CmdOrCtrl+Shift+E'],
  },
  { id: 'article.print', title: 'Print the article with its marks…', menu: 'File', keys: ['CmdOrCtrl+P'] },
  { id: 'versions.join', title: 'This is a newer version of…', menu: 'File', keys: [] },
  ...TEAM_WORK,

  { id: 'edit.undo', title: 'Undo', menu: 'Edit', keys: ['CmdOrCtrl+Z'] },
  { id: 'edit.redo', title: 'Redo', menu: 'Edit', keys: ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'] },
  {
    id: 'edit.copy-with-marks',
    title: 'Copy with marks',
    menu: 'Edit',
    keys: ['CmdOrCtrl+Shift+C'],
    separated: true,
  },
  { id: 'find.open', title: 'Find in article', menu: 'Edit', keys: ['CmdOrCtrl+F', '/'], separated: true },
  { id: 'find.next', title: 'Find next', menu: 'Edit', keys: ['F3', 'CmdOrCtrl+G'] },
  { id: 'find.previous', title: 'Find previous', menu: 'Edit', keys: ['Shift+F3', 'CmdOrCtrl+Shift+G'] },

  { id: 'find.annotations', title: 'Filter the annotations', menu: 'Edit', keys: ['L'] },

  {
    id: 'select.widen',
    title: 'Widen: word, clause, sentence, paragraph',
    menu: 'Select',
    keys: ['W'],
  },
  { id: 'select.narrow', title: 'Narrow again', menu: 'Select', keys: ['Shift+W'] },
  {
    id: 'select.start-back',
    title: 'Start one word earlier',
    menu: 'Select',
    keys: ['A'],
    separated: true,
  },
  { id: 'select.start-on', title: 'Start one word later', menu: 'Select', keys: ['Shift+A'] },
  { id: 'select.end-on', title: 'End one word later', menu: 'Select', keys: ['E'] },
  { id: 'select.end-back', title: 'End one word earlier', menu: 'Select', keys: ['Shift+E'] },
  { id: 'select.end-clause', title: 'End with the clause', menu: 'Select', keys: ['R'] },
  { id: 'select.other-end', title: 'Other end', menu: 'Select', keys: ['X'] },
  { id: 'select.none', title: 'Nothing', menu: 'Select', keys: ['Escape'], place: 'text', separated: true },

  {
    id: 'fragment.add',
    title: 'Add the selected words as a fragment',
    menu: 'Annotate',
    keys: ['F'],
    separated: true,
  },
  {
    id: 'fragment.remove',
    title: 'Cut the selected words out',
    menu: 'Annotate',
    keys: ['Shift+F'],
  },
  { id: 'occurrences.mark', title: 'Mark all occurrences…', menu: 'Annotate', keys: ['I'], separated: true },
  {
    id: 'annotation.delete',
    title: 'Delete',
    menu: 'Annotate',
    keys: ['Delete', 'Backspace'],
    separated: true,
  },
  { id: 'annotation.unsure', title: 'Unsure', menu: 'Annotate', keys: ['U'] },
  { id: 'others.take', title: 'Take the other’s mark here as mine', menu: 'Annotate', keys: ['Shift+T'] },
  {
    id: 'versions.place',
    title: 'Place the annotation that waits here',
    menu: 'Annotate',
    keys: ['Shift+P'],
  },
  { id: 'annotation.note', title: 'Note…', menu: 'Annotate', keys: ['N'] },
  { id: 'annotation.mend', title: 'Mend what its hint says', menu: 'Annotate', keys: ['H'] },
  ...ANSWERS,
  {
    id: 'boilerplate.toggle',
    title: 'Boilerplate, or part of the article again',
    menu: 'Annotate',
    keys: ['Z'],
    separated: true,
  },
  { id: 'boilerplate.kind', title: 'Boilerplate of which kind…', menu: 'Annotate', keys: ['Shift+Z'] },
  {
    id: 'article.status',
    title: 'Next status of this article',
    menu: 'Annotate',
    keys: ['S'],
    separated: true,
  },
  {
    id: 'article.done',
    title: 'Done, and on to the next article',
    menu: 'Annotate',
    keys: ['CmdOrCtrl+Enter'],
  },

  { id: 'go.next-annotation', title: 'Next annotation', menu: 'Go', keys: ['J'] },
  { id: 'go.previous-annotation', title: 'Previous annotation', menu: 'Go', keys: ['K'] },
  { id: 'go.next-act', title: 'Next act', menu: 'Go', keys: ['Shift+J'] },
  { id: 'go.previous-act', title: 'Previous act', menu: 'Go', keys: ['Shift+K'] },
  { id: 'go.next-unsure', title: 'Next unsure annotation, anywhere', menu: 'Go', keys: ['Q'] },
  { id: 'go.next-remark', title: 'Next remark of a reviewer', menu: 'Go', keys: ['Shift+S'] },
  {
    id: 'go.under-caret',
    title: 'Annotation under the caret, inner to outer',
    menu: 'Go',
    keys: ['Tab'],
    place: 'text',
  },
  {
    id: 'go.next-unmarked',
    title: 'Next sentence without a mark',
    menu: 'Go',
    keys: ['M'],
    separated: true,
  },
  { id: 'go.previous-unmarked', title: 'Previous sentence without a mark', menu: 'Go', keys: ['Shift+M'] },
  {
    id: 'go.article',
    title: 'Go to article…',
    menu: 'Go',
    keys: ['CmdOrCtrl+Shift+K'],
    separated: true,
  },
  {
    id: 'go.next-article',
    title: 'Next article',
    menu: 'Go',
    keys: ['Alt+Down'],
    macKeys: ['CmdOrCtrl+Alt+Down'],
  },
  {
    id: 'go.previous-article',
    title: 'Previous article',
    menu: 'Go',
    keys: ['Alt+Up'],
    macKeys: ['CmdOrCtrl+Alt+Up'],
  },
  { id: 'go.articles', title: 'Articles', menu: 'Go', keys: ['Alt+1'], separated: true },
  { id: 'go.reader', title: 'Article text', menu: 'Go', keys: ['Alt+2'] },
  { id: 'go.annotations', title: 'Annotations', menu: 'Go', keys: ['Alt+3'] },
  { id: 'go.next-pane', title: 'Next pane', menu: 'Go', keys: ['F6'] },
  { id: 'go.previous-pane', title: 'Previous pane', menu: 'Go', keys: ['Shift+F6'] },

  { id: 'view.annotate', title: 'Annotate', menu: 'View', keys: ['CmdOrCtrl+1'] },
  { id: 'view.actors', title: 'Actors', menu: 'View', keys: ['CmdOrCtrl+2'] },
  { id: 'view.queue', title: 'Queue', menu: 'View', keys: ['CmdOrCtrl+3'] },
  { id: 'view.scheme', title: 'Scheme', menu: 'View', keys: ['CmdOrCtrl+4'] },
  { id: 'view.collect', title: 'Collect', menu: 'View', keys: ['CmdOrCtrl+5'] },
  { id: 'view.exchange', title: 'Exchange', menu: 'View', keys: ['CmdOrCtrl+6'] },
  { id: 'view.review', title: 'Review', menu: 'View', keys: ['CmdOrCtrl+7'] },
  ...REVIEW_PARTS,
  {
    id: 'versions.review',
    title: 'Annotations that wait to be placed',
    menu: 'View',
    keys: ['Shift+Q'],
  },
  {
    id: 'view.larger',
    title: 'Larger text',
    menu: 'View',
    keys: ['CmdOrCtrl+Plus', 'CmdOrCtrl+='],
    separated: true,
  },
  { id: 'view.smaller', title: 'Smaller text', menu: 'View', keys: ['CmdOrCtrl+-'] },
  { id: 'view.normal', title: 'Normal text size', menu: 'View', keys: ['CmdOrCtrl+0'] },
  { id: 'view.system-theme', title: 'Theme of the system', menu: 'View', keys: [], separated: true },
  { id: 'view.light-theme', title: 'Light theme', menu: 'View', keys: [] },
  { id: 'view.dark-theme', title: 'Dark theme', menu: 'View', keys: [] },
  {
    id: 'view.boilerplate',
    title: 'Fold or unfold boilerplate',
    menu: 'View',
    keys: ['B'],
    separated: true,
  },
  { id: 'view.main-text', title: 'Main text only', menu: 'View', keys: ['Shift+B'] },
  { id: 'view.others', title: 'Others’ marks', menu: 'View', keys: ['Shift+O'] },
  { id: 'view.guidelines', title: 'Guidelines', menu: 'View', keys: ['G'] },
  { id: 'view.guideline', title: 'Guideline beside the text', menu: 'View', keys: ['Shift+G'] },

  { id: 'help.commands', title: 'Command palette', menu: 'Help', keys: ['CmdOrCtrl+K'] },
  { id: 'help.keys', title: 'Keyboard', menu: 'Help', keys: ['?', 'F1'] },
  { id: 'help.about', title: 'About Glosswright', menu: 'Help', keys: [] },
] as const satisfies readonly Command[]

export type Keyboard = { readonly isMac: boolean; readonly bindings: Bindings }

const AS_SHIPPED: Keyboard = { isMac: false, bindings: {} }

type FixedId = (typeof COMMANDS)[number]['id'] | MotionCommand['id']
type ActId = ReturnType<typeof actCommands>[number]['id']
/** Marking has a command for each label, an act one for all that can be said of it, and the menu one for each recent workspace. */
export type CommandId = FixedId | ActId | `mark.${string}` | `workspace.recent.${number}`

export type BoundCommand = Command & { readonly id: CommandId }

/** All commands with the keys that they have on this keyboard; some are made from the scheme. */
export function commandsFor(scheme: Scheme, keyboard: Keyboard = AS_SHIPPED): readonly BoundCommand[] {
  const marks = scheme.labels.map(
    ({ id, title, key }) => ({ id: `mark.${id}`, title, menu: 'Annotate', keys: key ? [key] : [] }) as const,
  )
  return [...CARET, ...marks, ...COMMANDS, ...actCommands(scheme)].map((command: BoundCommand) => ({
    ...command,
    keys: keysOf(command, keyboard),
  }))
}

function keysOf({ id, keys, macKeys }: Command, { isMac, bindings }: Keyboard): readonly string[] {
  if (Object.hasOwn(bindings, id)) return bindings[id] as readonly string[]
  return isMac && macKeys ? macKeys : keys
}
