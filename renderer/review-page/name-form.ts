import { element, labelled } from './element.ts'
import { howItWorks } from './how-it-works.ts'
import { labelSigns } from './label-signs.ts'
import type { ReviewDesk } from './review-desk.ts'

/** Asks the reviewer's name before anything else. */
export function nameForm(desk: ReviewDesk, begin: () => void): HTMLElement {
  const { by, workspace, articles, scheme } = desk.data
  const name = element('input', { type: 'text', required: true, maxLength: 64 })
  name.autocomplete = 'name'
  const problem = element('p', { className: 'problem', attributes: { role: 'alert' } })
  const start = element('button', { className: 'primary', type: 'submit' }, 'Begin')
  const form = element(
    'form',
    { className: 'name' },
    element('h1', {}, `Review of “${workspace.name}”`),
    element(
      'p',
      {},
      `${by} asks you to look at the marks in ${articles.length === 1 ? 'one article' : `${articles.length} articles`}: accept them, reject them, propose a change, comment. Nothing leaves this page until you save your answers as a file and send it yourself.`,
    ),
    howItWorks(scheme, labelSigns(scheme.labels)),
    labelled('Your name', name),
    problem,
    start,
  )
  form.noValidate = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const typed = name.value.trim()
    if (typed === '') {
      problem.textContent = 'Please give a name, so that your answers can be told from others’.'
      return name.focus()
    }
    desk.setReviewer(typed)
    begin()
  })
  return element('main', { className: 'begin' }, form)
}
