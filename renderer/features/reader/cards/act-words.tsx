import { actSentence, type SentencePart, WRITTEN } from '#shared/domain/act-sentence.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { shortName } from '#shared/domain/short-name.ts'
import { placeIn } from '../../../state/acts.ts'
import { type DeskState, useDesk } from '../../../state/desk.ts'
import css from './cards.module.css'

/** An act told as a sentence of two lines, and above it what is not as it is by default, which is never cut. */
export function ActWords({ act }: { readonly act: Annotation }) {
  const parts = useDesk((state) => sentenceOf(act, state))
  const tags = [
    ...parts.flatMap(({ kind, text }) => (kind === 'attribute' ? [text] : [])),
    ...(act.certainty === 'unsure' ? ['unsure'] : []),
  ]
  const told = parts.filter(({ kind }) => kind !== 'attribute')
  return (
    <>
      {tags.length > 0 && <span className={css.tags}>{tags.join(' · ')} </span>}
      <span className={css.words}>
        {told.map(({ kind, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's parts have no names, only their order
          <span key={i} className={css[kind]}>
            {WRITTEN[kind](text)}{' '}
          </span>
        ))}
      </span>
    </>
  )
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
  const parts = place ? actSentence(act, place, shortName) : []
  const key = JSON.stringify(parts)
  const now = last?.key === key ? { ...last, place } : { place, parts, key }
  told.set(act, now)
  return now.parts
}
