import { focusPane } from '../state/desk.ts'
import { takeNewer } from '../state/newer-version.ts'
import { ArticlePicker } from './article-picker.tsx'
import { closeSheet } from './close-sheet.ts'

/** Asks of which article another one is the newer version. */
export function EarlierArticle({ laterId }: { readonly laterId: string }) {
  return (
    <ArticlePicker
      placeholder="This is a newer version of which article?"
      onPick={({ id }) => void join(id, laterId)}
    />
  )
}

async function join(earlierId: string, laterId: string): Promise<void> {
  closeSheet()
  if (await takeNewer(earlierId, { kind: 'article', id: laterId })) focusPane('reader')
}
