import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import Store, { type Schema } from 'electron-store'
import type { Preferences, PreferencesPatch, Theme } from '#shared/ipc/contract.ts'

/** Everything that is remembered of the analyst and the window; the work itself never goes here. */
export type StoredPreferences = {
  annotator: string | null
  theme: Theme
  textSize: number
  panes: { articles: number; inspector: number }
  recent: string[]
  window: { width: number; height: number; x?: number; y?: number; isMaximized: boolean }
  lastArticles: Record<string, string>
}

const DEFAULTS: StoredPreferences = {
  annotator: null,
  theme: 'system',
  textSize: 18,
  panes: { articles: 280, inspector: 340 },
  recent: [],
  window: { width: 1320, height: 860, isMaximized: false },
  lastArticles: {},
}

const RECENT_LIMIT = 10
const LAST_ARTICLES_LIMIT = 50

const number = (minimum: number, maximum: number) => ({ type: 'number', minimum, maximum }) as const

const SCHEMA: Schema<StoredPreferences> = {
  annotator: { type: ['string', 'null'], maxLength: 64 },
  theme: { enum: ['system', 'light', 'dark'] },
  textSize: number(12, 32),
  panes: {
    type: 'object',
    properties: { articles: number(160, 800), inspector: number(200, 900) },
    required: ['articles', 'inspector'],
  },
  recent: { type: 'array', items: { type: 'string' }, maxItems: RECENT_LIMIT },
  window: {
    type: 'object',
    properties: {
      width: number(200, 20_000),
      height: number(200, 20_000),
      x: number(-50_000, 50_000),
      y: number(-50_000, 50_000),
      isMaximized: { type: 'boolean' },
    },
    required: ['width', 'height', 'isMaximized'],
  },
  lastArticles: { type: 'object', additionalProperties: { type: 'string' } },
}

export type PreferenceFile = { readonly store: Store<StoredPreferences>; readonly notice: string | null }

/** Opens the preferences of `folder`. A file that cannot be read or is not in order is kept aside, never in the way. */
export function openPreferences(folder: string): PreferenceFile {
  const open = () =>
    new Store<StoredPreferences>({ cwd: folder, name: 'preferences', defaults: DEFAULTS, schema: SCHEMA })
  try {
    const store = open()
    void store.store // reads the file and checks it against the schema
    return { store, notice: null }
  } catch {
    const aside = setAside(path.join(folder, 'preferences.json'))
    return {
      store: open(),
      notice: `Your preferences could not be read, so Glosswright started with fresh ones. The old file is kept as ${path.basename(aside)}.`,
    }
  }
}

function setAside(file: string): string {
  for (let number = 1; ; number++) {
    const aside = file.replace(/\.json$/, `.damaged-${number}.json`)
    if (existsSync(aside)) continue
    renameSync(file, aside)
    return aside
  }
}

export function preferencesView(store: Store<StoredPreferences>): Preferences {
  const { annotator, theme, textSize, panes } = store.store
  return { annotator, theme, textSize, panes }
}

export const patchPreferences = (store: Store<StoredPreferences>, patch: PreferencesPatch): void =>
  store.set({ ...patch })

/** Puts `folder` at the head of the recent workspaces. */
export function rememberWorkspace(store: Store<StoredPreferences>, folder: string): void {
  const others = store.get('recent').filter((other) => other !== folder)
  store.set('recent', [folder, ...others].slice(0, RECENT_LIMIT))
}

/** Remembers where the analyst was in a workspace, so that it opens there again. */
export function rememberArticle(
  store: Store<StoredPreferences>,
  workspaceId: string,
  articleId: string,
): void {
  const { [workspaceId]: _, ...others } = store.get('lastArticles')
  const kept = Object.entries(others).slice(1 - LAST_ARTICLES_LIMIT)
  store.set('lastArticles', Object.fromEntries([...kept, [workspaceId, articleId]]))
}
