import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type Command, commandsFor, MENUS, type Menu as MenuName } from '#shared/commands.ts'
import type { Bindings } from '#shared/domain/accelerator.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import type { RecentWorkspace, UndoNames } from '#shared/ipc/contract.ts'

export type MenuContent = {
  readonly scheme: Scheme
  readonly recent: readonly RecentWorkspace[]
  readonly history: UndoNames
  readonly bindings: Bindings
}

type Run = (id: string) => void

/** Shows the menu; what this returns shows it anew with some of its content changed. */
export function showMenu(first: MenuContent, run: Run): (change: Partial<MenuContent>) => void {
  let content = first
  setMenu(content, run)
  return (change) => {
    content = { ...content, ...change }
    setMenu(content, run)
  }
}

/** The menu, made from the command list; each item sends its command to the page, which also has the keys. */
function setMenu({ scheme, recent, history, bindings }: MenuContent, run: Run): void {
  const commands = commandsFor(scheme, { isMac: process.platform === 'darwin', bindings })
  const items = (menu: MenuName) =>
    commands
      .filter((command) => command.menu === menu)
      .flatMap((command) => menuItems(named(command, history), run))
  const template: MenuItemConstructorOptions[] = MENUS.map((menu) => ({
    label: menu,
    submenu: [...items(menu), ...(menu === 'File' ? recentItems(recent, run) : []), ...systemItems(menu)],
  }))
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...mac, ...template]))
}

/**
 * Electron takes no keys beyond ASCII, and on a Mac whatever the menu shows is the menu's also in a field, where a letter
 * is a letter. An item without its key is still an item.
 */
const isForMenu = (keys: string): boolean =>
  /^[!-~]+$/.test(keys) && (process.platform !== 'darwin' || keys.includes('CmdOrCtrl'))

/** Undo and redo say what they would do. */
function named(command: Command, { undo, redo }: UndoNames): Command {
  const name = command.id === 'edit.undo' ? undo : command.id === 'edit.redo' ? redo : null
  return name === null ? command : { ...command, title: `${command.title} ${name}` }
}

function recentItems(recent: readonly RecentWorkspace[], run: Run): MenuItemConstructorOptions[] {
  if (recent.length === 0) return []
  const submenu = recent.map(({ name, folder }, index) => ({
    label: `${name} — ${folder}`,
    click: () => run(`workspace.recent.${index}`),
  }))
  return [{ type: 'separator' }, { label: 'Open recent', submenu }]
}

function menuItems({ id, title, keys, separated }: Command, run: Run): MenuItemConstructorOptions[] {
  const accelerator = keys.find(isForMenu)
  const item: MenuItemConstructorOptions = {
    id,
    label: title,
    // The page listens to the keys itself, since most of them are letters that must stay letters in a field.
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    click: () => run(id),
  }
  return separated ? [{ type: 'separator' }, item] : [item]
}

function systemItems(menu: MenuName): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  if (menu === 'File') return [separator, { role: 'quit' }]
  if (menu === 'Edit')
    return [separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]
  if (menu === 'View') return [separator, { role: 'togglefullscreen' }, { role: 'toggleDevTools' }]
  return []
}
