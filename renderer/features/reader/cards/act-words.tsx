import { actSentence, type SentencePart } from '#shared/domain/act-sentence.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { placeIn } from '../../../state/acts.ts'
import { type DeskState, useDesk } from '../../../state/desk.ts'
import css from './cards.module.css'

/** An act told as a sentence. */
export function ActWords({ act }: { readonly act: Annotation }) {
  const parts = useDesk((state) => sentenceOf(act, state))
  return (
    <span className={css.words}>
      {parts.map(({ kind, text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's parts have no names, only their order
        <span key={i} className={css[kind]}>
          {WRITTEN[kind](text)}{' '}
        </span>
      ))}
      {act.certainty === 'unsure' && <span className={css.attribute}>unsure</span>}
    </span>
  )
}

const plain = (text: string) => text
const WRITTEN: { readonly [K in SentencePart['kind']]: (text: string) => string } = {
  who: plain,
  lead: plain,
  attribute: plain,
  missing: (text) => `${text.toLowerCase()}?`,
  quote: (text) => `“${text}”`,
}

type Told = { readonly place: object | null; readonly parts: readonly SentencePart[]; readonly key: string }
const told = new WeakMap<Annotation, Told>()

/**
 * Those in it may be renamed while the act stays what it is: told anew when anything changes that it could name, and the
 * same object as long as it says the same.
 */
function sentenceOf(act: Annotation, state: DeskState): readonly SentencePart[] {
  const place = placeIn(state)
  const last = told.get(act)
  if (last && last.place === place) return last.parts
  const parts = place ? actSentence(act, place) : []
  const key = JSON.stringify(parts)
  const now = last?.key === key ? { ...last, place } : { place, parts, key }
  told.set(act, now)
  return now.parts
}
