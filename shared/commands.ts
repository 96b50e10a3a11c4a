import type { Scheme } from './domain/scheme.ts'

/**
 * Everything that can be commanded, told once: the menu, the shortcuts and the keyboard sheet are made from this list.
 * What a command does lives with the renderer, or with the main process for the few that are its own.
 */
export type Command = {
  readonly id: string
  readonly title: string
  readonly menu: Menu
  /** Written as Electron accelerators; the first is the one that is shown. */
  readonly keys: readonly string[]
  /** Plain keys work wherever nothing is being typed; those with Ctrl or Cmd work everywhere. */
  readonly separated?: true
}

export const MENUS = ['File', 'Edit', 'Annotate', 'Go', 'View', 'Help'] as const
export type Menu = (typeof MENUS)[number]

const COMMANDS = [
  { id: 'workspace.new', title: 'New workspace…', menu: 'File', keys: ['CmdOrCtrl+Shift+N'] },
  { id: 'workspace.open', title: 'Open folder…', menu: 'File', keys: ['CmdOrCtrl+O'] },
  { id: 'workspace.sample', title: 'Open the sample workspace', menu: 'File', keys: [] },
  { id: 'workspace.reveal', title: 'Show the workspace’s folder', menu: 'File', keys: [] },
  { id: 'import.files', title: 'Import articles…', menu: 'File', keys: ['CmdOrCtrl+I'], separated: true },
  { id: 'import.folder', title: 'Import a folder…', menu: 'File', keys: ['CmdOrCtrl+Shift+I'] },
  { id: 'export.dataset', title: 'Export dataset as JSON…', menu: 'File', keys: ['CmdOrCtrl+E'] },
  { id: 'annotator.change', title: 'Change my name…', menu: 'File', keys: [], separated: true },

  { id: 'edit.undo', title: 'Undo', menu: 'Edit', keys: ['CmdOrCtrl+Z'] },
  { id: 'edit.redo', title: 'Redo', menu: 'Edit', keys: ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'] },
  { id: 'find.open', title: 'Find in article', menu: 'Edit', keys: ['CmdOrCtrl+F'], separated: true },
  { id: 'find.next', title: 'Find next', menu: 'Edit', keys: ['F3', 'CmdOrCtrl+G'] },
  { id: 'find.previous', title: 'Find previous', menu: 'Edit', keys: ['Shift+F3', 'CmdOrCtrl+Shift+G'] },

  {
    id: 'annotation.delete',
    title: 'Delete',
    menu: 'Annotate',
    keys: ['Delete', 'Backspace'],
    separated: true,
  },
  { id: 'annotation.unsure', title: 'Unsure', menu: 'Annotate', keys: ['U'] },
  { id: 'annotation.note', title: 'Note…', menu: 'Annotate', keys: ['N'] },
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
  { id: 'go.under-caret', title: 'Annotation under the caret, inner to outer', menu: 'Go', keys: ['Tab'] },
  { id: 'go.next-article', title: 'Next article', menu: 'Go', keys: ['Alt+Down'], separated: true },
  { id: 'go.previous-article', title: 'Previous article', menu: 'Go', keys: ['Alt+Up'] },
  { id: 'go.articles', title: 'Articles', menu: 'Go', keys: ['Alt+1'], separated: true },
  { id: 'go.reader', title: 'Article text', menu: 'Go', keys: ['Alt+2'] },
  { id: 'go.annotations', title: 'Annotations', menu: 'Go', keys: ['Alt+3'] },
  { id: 'go.next-pane', title: 'Next pane', menu: 'Go', keys: ['F6'] },
  { id: 'go.previous-pane', title: 'Previous pane', menu: 'Go', keys: ['Shift+F6'] },

  { id: 'view.larger', title: 'Larger text', menu: 'View', keys: ['CmdOrCtrl+Plus', 'CmdOrCtrl+='] },
  { id: 'view.smaller', title: 'Smaller text', menu: 'View', keys: ['CmdOrCtrl+-'] },
  { id: 'view.normal', title: 'Normal text size', menu: 'View', keys: ['CmdOrCtrl+0'] },
  { id: 'view.system-theme', title: 'Theme of the system', menu: 'View', keys: [], separated: true },
  { id: 'view.light-theme', title: 'Light theme', menu: 'View', keys: [] },
  { id: 'view.dark-theme', title: 'Dark theme', menu: 'View', keys: [] },
  { id: 'view.guidelines', title: 'Guidelines', menu: 'View', keys: ['G'], separated: true },

  { id: 'help.keys', title: 'Keyboard', menu: 'Help', keys: ['?', 'F1'] },
  { id: 'help.about', title: 'About Glosswright', menu: 'Help', keys: [] },
] as const satisfies readonly Command[]

type FixedId = (typeof COMMANDS)[number]['id']
/** Marking has a command for each label, and the menu one for each recent workspace. */
export type CommandId = FixedId | `mark.${string}` | `workspace.recent.${number}`

/** All commands; marking has one for each label of the scheme. */
export function commandsFor(scheme: Scheme): readonly (Command & { readonly id: CommandId })[] {
  const marks = scheme.labels.map(
    ({ id, title, key }) => ({ id: `mark.${id}`, title, menu: 'Annotate', keys: [key] }) as const,
  )
  return [...marks, ...COMMANDS]
}
