import type { Judgement } from '#shared/domain/review.ts'
import { OUTCOME_STATES } from '#shared/review/outcome-words.ts'
import { proposalWords } from '#shared/review/proposal-words.ts'
import { commentEdit, judgeEdit, resolveEdit, type Verdict } from '#shared/review/review-edits.ts'
import type { Thread } from '#shared/review/threads.ts'
import { ChangeForm } from './change-form.ts'
import { button, element, labelled } from './element.ts'
import { goMark } from './going.ts'
import { markDetails, markName, saidBy } from './mark-words.ts'
import type { ReviewDesk, ShownMark } from './review-desk.ts'

/** The mark that is looked at: all that is said of it, and all that a reviewer can say. */
export class MarkCard {
  readonly root = element('section', { className: 'card', attributes: { 'aria-label': 'The mark' } })
  readonly #desk: ReviewDesk
  readonly #say: (words: string) => void
  readonly #leave: () => void
  readonly #form: ChangeForm
  readonly #title = element('h2')
  readonly #details = element('dl')
  readonly #others = element('div', { className: 'others' })
  readonly #state = element('p', { className: 'standing' })
  readonly #reason = element('textarea', { rows: 2, maxLength: 10_000 })
  readonly #word = element('textarea', { rows: 2, maxLength: 10_000 })
  readonly #resolve = button('Resolve', () => this.resolve(), 'V')
  readonly #takeBack = button('Take back', () => this.takeBack())
  readonly #body: HTMLElement
  readonly #empty = element(
    'p',
    { className: 'quiet' },
    'Choose a mark in the text, or go to the next one with J.',
  )

  /** @param leave goes back to the text from where words are typed. */
  constructor(desk: ReviewDesk, say: (words: string) => void, leave: () => void) {
    this.#desk = desk
    this.#say = say
    this.#leave = leave
    this.#form = new ChangeForm(desk, (proposal) => this.#judge('changed', proposal))
    const decide = element(
      'div',
      { className: 'decide', attributes: { role: 'group', 'aria-label': 'Decision' } },
      button('Accept', () => this.accept(), 'A'),
      button('Reject', () => this.reject(), 'X'),
      button('Change…', () => this.change(), 'C'),
      this.#takeBack,
    )
    this.#reason.addEventListener('change', () => this.#keepReason())
    this.#reason.addEventListener('keydown', (event) => this.#onReasonKey(event))
    this.#word.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      this.comment()
      this.#leave()
    })
    this.root.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#leave()
    })
    this.#body = element(
      'div',
      { hidden: true },
      ...[this.#title, this.#details, this.#others, this.#state, decide, this.#form.root],
      labelled('Reason', this.#reason),
      labelled('Comment', this.#word),
      element(
        'div',
        { className: 'decide' },
        button('Add comment', () => this.comment()),
        this.#resolve,
      ),
    )
    this.root.append(this.#empty, this.#body)
  }

  paint(): void {
    const { current } = this.#desk
    this.#body.hidden = current === null
    this.#empty.hidden = current !== null
    this.#form.close()
    this.#word.value = ''
    if (!current) return
    this.#title.textContent = markName(this.#desk.data, this.#desk.article.text, current)
    this.#details.replaceChildren(
      ...markDetails(this.#desk, current).flatMap(([name, value]) => [
        element('dt', {}, name),
        element('dd', {}, value),
      ]),
    )
    this.update()
  }

  /** Shows what was said by now. */
  update(): void {
    const { current } = this.#desk
    if (!current) return
    const { standing, thread } = this.#desk.said(current)
    const own = this.#ownJudgement(current)
    this.#state.textContent = own
      ? ownWords(own, this.#desk)
      : `You have not decided on it yet${standing.outcome === 'open' ? '' : `; it is ${OUTCOME_STATES[standing.outcome]}`}.`
    this.#takeBack.disabled = !own
    this.#reason.value = own?.reason ?? ''
    this.#others.replaceChildren(...this.#said(current, thread))
    this.#resolve.hidden = !thread
    this.#resolve.firstChild?.replaceWith(thread?.isResolved ? 'Open again' : 'Resolve')
  }

  accept(): void {
    if (!this.#judge('accepted')) return
    const isMore = goMark(this.#desk, 1)
    this.#say(isMore ? 'Accepted; this is the next mark.' : 'Accepted. This was the last mark.')
  }

  reject(): void {
    if (!this.#judge('rejected')) return
    this.#say('Rejected. Say why, if you like; Enter goes on.')
    this.#reason.focus()
  }

  change(): void {
    const { current } = this.#desk
    if (current) this.#form.open(current, this.#ownJudgement(current)?.proposal ?? current.mark)
  }

  takeBack(): void {
    const { current } = this.#desk
    if (!current || !this.#ownJudgement(current)) return
    this.#put({ ...current, outcome: null })
    this.#say('Your decision was taken back.')
    this.#leave()
  }

  writeComment(): void {
    if (this.#desk.current) this.#word.focus()
  }

  comment(): void {
    const { current } = this.#desk
    const words = this.#word.value.trim()
    if (!current || words === '') return
    this.#word.value = ''
    this.#desk.say((_, speaker) => commentEdit(aboutOf(current), words, speaker))
    this.#say('Your comment was added.')
  }

  resolve(): void {
    const { current } = this.#desk
    const thread = current && this.#desk.said(current).thread
    if (!current || !thread) return
    const kind = thread.isResolved ? 'reopened' : 'resolved'
    this.#desk.say((_, speaker) => resolveEdit(aboutOf(current), kind, '', speaker))
    this.#say(thread.isResolved ? 'The comments are open again.' : 'The comments are resolved.')
  }

  #judge(outcome: 'accepted' | 'rejected' | 'changed', proposal?: ShownMark['mark']): boolean {
    const { current } = this.#desk
    if (!current) return false
    const reason = this.#reason.value.trim()
    this.#put({
      ...current,
      outcome,
      ...(proposal ? { proposal } : {}),
      ...(reason === '' || outcome === 'accepted' ? {} : { reason }),
    })
    if (outcome === 'changed') this.#say('Your change is proposed.')
    return true
  }

  #put(verdict: Verdict): void {
    this.#desk.say((own, speaker) => judgeEdit(own, [verdict], speaker, this.#desk.here))
  }

  #ownJudgement(shown: ShownMark) {
    const { judgements } = this.#desk.ownOf(this.#desk.article.id)
    return this.#desk.said(shown).standing.judgements.find(({ id }) => judgements.has(id))
  }

  #keepReason(): void {
    const { current } = this.#desk
    const own = current && this.#ownJudgement(current)
    const reason = this.#reason.value.trim()
    if (!current || !own || own.outcome === 'discuss' || reason === (own.reason ?? '')) return
    const { outcome, proposal } = own
    this.#put({ ...current, outcome, ...(proposal ? { proposal } : {}), reason })
  }

  #onReasonKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    this.#keepReason()
    this.#leave()
    goMark(this.#desk, 1)
  }

  /** Others' decisions, and everybody's comments. */
  #said(shown: ShownMark, thread: Thread | undefined): readonly HTMLElement[] {
    const { standing } = this.#desk.said(shown)
    const decided = standing.judgements
      .filter((one) => one.id !== this.#ownJudgement(shown)?.id)
      .map((judgement) => saidBy(judgement, this.#desk))
    const comments = (thread?.comments ?? []).map(({ by, kind, text }) =>
      kind === 'said'
        ? `${by}: ${text}`
        : `${by} ${kind === 'resolved' ? 'resolved this' : 'opened this again'}${text ? `: ${text}` : ''}`,
    )
    const all = [...decided, ...comments]
    if (all.length === 0) return []
    return [
      element('h3', {}, thread?.isResolved ? 'What was said (resolved)' : 'What was said'),
      element('ul', {}, ...all.map((words) => element('li', {}, words))),
    ]
  }
}

const ownWords = (own: Judgement, { data, article }: ReviewDesk): string =>
  own.outcome === 'changed'
    ? `You would ${proposalWords(own, { text: article.text, scheme: data.scheme })}.`
    : `You say: ${OUTCOME_STATES[own.outcome]}.`

const aboutOf = ({ annotator, mark }: ShownMark) => ({ annotator, id: mark.id })
