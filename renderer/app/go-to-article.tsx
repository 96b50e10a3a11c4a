import { openArticle } from '../state/articles.ts'
import { focusPane } from '../state/desk.ts'
import { ArticlePicker } from './article-picker.tsx'
import { closeSheet } from './close-sheet.ts'

export function GoToArticle() {
  return <ArticlePicker placeholder="Go to which article?" onPick={({ id }) => void goTo(id)} />
}

async function goTo(articleId: string): Promise<void> {
  closeSheet()
  await openArticle(articleId)
  focusPane('reader')
}
