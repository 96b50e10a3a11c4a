import { caretAt, type Selection } from '#shared/domain/selection.ts'
import { atRest } from './at-rest.ts'
import { desk, type OpenArticle } from './desk.ts'
import { setPreferences } from './preferences.ts'

/** Where the analyst was in an article: she comes back there, and after a restart at least to its caret. */
export type Place = { readonly selection: Selection; readonly selected: string | null }

const left = new Map<string, Place>()
const MOST_KEPT = 50
const REST_MS = 1_000

export function leave({ article, selection, selected }: OpenArticle): void {
  left.set(article.id, { selection, selected })
}

export const forgetPlaces = (): void => left.clear()

/** Null where she has not been yet. */
export function placeIn(articleId: string, textLength: number): Place | null {
  const kept = desk.getState().preferences.places[articleId]
  const caret = kept !== undefined && kept <= textLength ? { selection: caretAt(kept), selected: null } : null
  return left.get(articleId) ?? caret
}

/** Keeps the caret's place for the next start, once it comes to rest. */
export function keepPlaces(): void {
  const { soon } = atRest(REST_MS, () => {
    const { open, preferences } = desk.getState()
    if (!open) return
    const { [open.article.id]: _, ...others } = preferences.places
    const newest = Object.entries(others).slice(1 - MOST_KEPT)
    void setPreferences({ places: Object.fromEntries([...newest, [open.article.id, open.selection.head]]) })
  })
  desk.subscribe(({ open }, before) => {
    if (open && open.selection !== before.open?.selection) soon()
  })
}
