import './without-eval.ts'
import { DATA_ELEMENT } from '#shared/format/review-page.ts'
import type { ReviewPageData } from '#shared/format/review-page-data.ts'
import { KeptAnswers } from './kept-answers.ts'
import { nameForm } from './name-form.ts'
import { ReviewDesk } from './review-desk.ts'
import { showReview } from './review-screen.ts'

function start(): void {
  const held = document.getElementById(DATA_ELEMENT)
  const data = JSON.parse(held?.textContent ?? '') as ReviewPageData
  const hash = held?.dataset.hash ?? ''
  const desk = new ReviewDesk(data, hash, new KeptAnswers(hash))
  warnBeforeLeaving(desk)
  if (desk.reviewer !== '') showReview(desk)
  else askForName(desk)
}

function askForName(desk: ReviewDesk): void {
  const form = nameForm(desk, () => {
    form.remove()
    showReview(desk)
  })
  document.body.append(form)
  form.querySelector('input')?.focus()
}

/** Where the browser keeps nothing, what was not saved as a file would be lost. */
function warnBeforeLeaving(desk: ReviewDesk): void {
  window.addEventListener('beforeunload', (event) => {
    if (desk.isUnsaved && !desk.isKept) event.preventDefault()
  })
}

start()
