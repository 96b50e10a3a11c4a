import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import Store from 'electron-store'
import * as z from 'zod'
import type { Bindings } from '#shared/domain/accelerator.ts'
import { tableMapping } from '#shared/ipc/arguments.ts'
import { bindingsSchema } from '#shared/ipc/bindings.ts'
import { type Preferences, type PreferencesPatch, THEMES, type Theme } from '#shared/ipc/contract.ts'
import type { TableMapping } from '#shared/ipc/importing.ts'
import { namesIn, withLast, withName } from './annotator-names.ts'
import type { KnownTables } from './ipc/table-questions.ts'

/** Everything that is remembered of the analyst and the window; the work itself never goes here. */
export type StoredPreferences = {
  /** The last name taken, anywhere. */
  annotator: string | null
  /** Who annotated last, by workspace. */
  annotators: Record<string, string>
  theme: Theme
  textSize: number
  panes: { articles: number; inspector: number }
  guidelineBeside: boolean
  keys: Bindings
  recent: string[]
  window: { width: number; height: number; x?: number; y?: number; isMaximized: boolean }
  lastArticles: Record<string, string>
  places: Record<string, number>
  /** What the columns of tables are, by their names: see `columnsKey`. */
  tables: Record<string, TableMapping>
  /** Folders out of which new files are imported, by workspace. */
  watched: Record<string, string>
  /** Pairs of articles, as `a b`, that are nearly the same and yet two. */
  apart: string[]
}

const DEFAULTS: StoredPreferences = {
  annotator: null,
  annotators: {},
  theme: 'system',
  textSize: 18,
  panes: { articles: 240, inspector: 290 },
  guidelineBeside: false,
  keys: {},
  recent: [],
  window: { width: 1320, height: 860, isMaximized: false },
  lastArticles: {},
  places: {},
  tables: {},
  watched: {},
  apart: [],
}

const RECENT_LIMIT = 10

const number = (minimum: number, maximum: number) => z.number().min(minimum).max(maximum)

/** Ours, not the store's own JSON Schema: compiling that takes a tenth of a second of every start. */
const schema: z.ZodType<StoredPreferences> = z.object({
  annotator: z.string().max(64).nullable(),
  annotators: z.record(z.string(), z.string().max(64)),
  theme: z.enum(THEMES),
  textSize: number(12, 32),
  panes: z.object({ articles: number(160, 800), inspector: number(200, 900) }),
  guidelineBeside: z.boolean(),
  keys: bindingsSchema,
  recent: z.array(z.string()).max(RECENT_LIMIT),
  window: z.object({
    width: number(200, 20_000),
    height: number(200, 20_000),
    x: number(-50_000, 50_000).exactOptional(),
    y: number(-50_000, 50_000).exactOptional(),
    isMaximized: z.boolean(),
  }),
  lastArticles: z.record(z.string(), z.string()),
  places: z.record(z.string(), z.int().nonnegative()),
  tables: z.record(z.string(), tableMapping),
  watched: z.record(z.string(), z.string()),
  apart: z.array(z.string()),
})

export type PreferenceFile = { readonly store: Store<StoredPreferences>; readonly notice: string | null }

/** Opens the preferences of `folder`. A file that cannot be read or is not in order is kept aside, never in the way. */
export function openPreferences(folder: string): PreferenceFile {
  const open = () => new Store<StoredPreferences>({ cwd: folder, name: 'preferences', defaults: DEFAULTS })
  try {
    const store = open()
    const notice = keepKeysThatAreSome(store)
    schema.parse(store.store)
    return { store, notice }
  } catch {
    const aside = setAside(path.join(folder, 'preferences.json'))
    return {
      store: open(),
      notice: `Your preferences could not be read, so Glosswright started with fresh ones. The old file is kept as ${path.basename(aside)}.`,
    }
  }
}

/** Keys that were written by hand and are none must not take the name and all the rest with them. */
function keepKeysThatAreSome(store: Store<StoredPreferences>): string | null {
  if (bindingsSchema.safeParse(store.get('keys')).success) return null
  store.set('keys', {})
  return 'The keys in your preferences could not be read, so every command has those that it came with.'
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
  const { annotator, theme, textSize, panes, keys, places, guidelineBeside } = store.store
  return { annotator, theme, textSize, panes, keys, places, guidelineBeside }
}

export const patchPreferences = (store: Store<StoredPreferences>, patch: PreferencesPatch): void =>
  store.set({ ...patch })

/** Puts `folder` at the head of the recent workspaces. */
export function rememberWorkspace(store: Store<StoredPreferences>, folder: string): void {
  const recent = store.get('recent')
  if (recent[0] === folder) return
  const others = recent.filter((other) => other !== folder)
  store.set('recent', [folder, ...others].slice(0, RECENT_LIMIT))
}

/** Remembers where the analyst was in a workspace, so that it opens there again. */
export function rememberArticle(
  store: Store<StoredPreferences>,
  workspaceId: string,
  articleId: string,
): void {
  const last = store.get('lastArticles')
  if (last[workspaceId] !== articleId) store.set('lastArticles', withLast(last, workspaceId, articleId))
}

/** Takes the name for the annotator, in that workspace and in those that are opened for the first time. */
export function rememberAnnotator(
  store: Store<StoredPreferences>,
  workspaceId: string | undefined,
  name: string,
): void {
  store.set({ ...withName(store.store, workspaceId, name) })
}

/** Whoever annotated in that workspace last annotates there again; true where that is somebody else. */
export function recallAnnotator(store: Store<StoredPreferences>, workspaceId: string): boolean {
  const before = store.store
  const names = namesIn(before, workspaceId)
  if (names !== before) store.set({ ...names })
  return names.annotator !== before.annotator
}

/** The oldest are forgotten where there are more. */
const MOST_TABLES = 200

export const knownTables = (store: Store<StoredPreferences>): KnownTables => ({
  of: (key) => {
    const tables = store.get('tables')
    return Object.hasOwn(tables, key) ? tables[key] : undefined
  },
  remember: (key, mapping) => {
    const { [key]: _, ...others } = store.get('tables')
    store.set(
      'tables',
      Object.fromEntries([...Object.entries(others).slice(1 - MOST_TABLES), [key, mapping]]),
    )
  },
  count: () => Object.keys(store.get('tables')).length,
  forgetAll: () => store.set('tables', {}),
})
