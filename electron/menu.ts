import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type Command, commandsFor, MENUS, type Menu as MenuName } from '#shared/commands.ts'
import type { Bindings } from '#shared/domain/accelerator.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import type { RecentWorkspace } from '#shared/ipc/contract.ts'

export type MenuContent = { readonly scheme: Scheme; readonly recent: readonly RecentWorkspace[] }

type Run = (id: string) => void

export type AppMenu = {
  readonly show: (content: MenuContent) => void
  /** Shows the same again, with the keys of now. */
  readonly rebuild: () => void
}

/** The menu, made from the command list; each item sends its command to the page, which also has the keys. */
export function appMenu(run: Run, bindings: () => Bindings): AppMenu {
  let content: MenuContent | null = null
  const rebuild = () => {
    if (content) setMenu(content, bindings(), run)
  }
  const show = (shown: MenuContent) => {
    content = shown
    rebuild()
  }
  return { show, rebuild }
}

function setMenu({ scheme, recent }: MenuContent, bindings: Bindings, run: Run): void {
  const commands = commandsFor(scheme, { isMac: process.platform === 'darwin', bindings })
  const items = (menu: MenuName) =>
    commands.filter((command) => command.menu === menu).flatMap((command) => menuItems(command, run))
  const template: MenuItemConstructorOptions[] = MENUS.map((menu) => ({
    label: menu,
    submenu: [...items(menu), ...(menu === 'File' ? recentItems(recent, run) : []), ...systemItems(menu)],
  }))
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...mac, ...template]))
}

/** Electron takes no keys beyond ASCII; an item without its key is still an item. */
const isForMenu = (keys: string): boolean => /^[!-~]+$/.test(keys)

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
