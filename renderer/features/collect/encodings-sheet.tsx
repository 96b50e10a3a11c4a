import { useEffect, useState } from 'react'
import type { Result } from '#shared/domain/result.ts'
import type { EncodingChoice } from '#shared/ipc/importing.ts'
import { readEncodings } from '../../state/bringing.ts'
import { takeEncoding } from '../../state/newer-version.ts'
import { Listbox } from '../../ui/listbox.tsx'
import css from './encodings-sheet.module.css'

type EncodingsSheetProps = { readonly articleId: string; readonly title: string }

/** How an article would read in other encodings, to take one of them. */
export function EncodingsSheet({ articleId, title }: EncodingsSheetProps) {
  const [read, setRead] = useState<Result<readonly EncodingChoice[]> | null>(null)
  useEffect(() => {
    void readEncodings(articleId).then(setRead)
  }, [articleId])
  if (!read) return <p>The original is being read…</p>
  if (!read.ok) return <p>{read.problem.sentence}</p>
  return <Choices articleId={articleId} title={title} choices={read.value} />
}

type ChoicesProps = EncodingsSheetProps & { readonly choices: readonly EncodingChoice[] }

function Choices({ articleId, title, choices }: ChoicesProps) {
  const [chosen, setChosen] = useState(0)
  const [focus] = useState(() => ({}))
  const choice = choices[chosen] as EncodingChoice
  const take = () => {
    if (!choice.isCurrent) void takeEncoding(articleId, choice.encoding)
  }
  return (
    <div className={css.sheet}>
      <p>
        Choose the encoding in which the words of “{title}” are right. Bytes that are no letter in it stand
        there as <span className={css.byte}>‹E9›</span>.
      </p>
      <div className={css.both}>
        <Listbox
          label="Encodings"
          count={choices.length}
          selected={chosen}
          rowHeight={46}
          keyOf={(index) => choices[index]?.encoding ?? ''}
          rowAt={(index) => rowOf(choices[index] as EncodingChoice)}
          onSelect={setChosen}
          onOpen={take}
          focus={focus}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it */}
        <section aria-label={`The text in ${choice.encoding}`} tabIndex={0} dir="auto" className={css.sample}>
          {partsOf(choice.sample).map(({ at, words, isByte }) => (
            <span key={at} className={isByte ? css.byte : undefined}>
              {words}
            </span>
          ))}
        </section>
      </div>
      <div className={css.actions}>
        <button type="button" className="primary" disabled={choice.isCurrent} onClick={take}>
          Read it as {choice.encoding} <kbd>Enter</kbd>
        </button>
        <span className={css.facts}>
          The text as it is now is kept, and its marks go along where they fit.
        </span>
      </div>
    </div>
  )
}

function rowOf({ encoding, certainty, invalid, isCurrent }: EncodingChoice) {
  const facts = [
    isCurrent && 'as it is now',
    invalid > 0 ? `${invalid} bytes are no letter` : certainty > 0 && `certainty ${certainty} %`,
  ]
  const words = facts.filter(Boolean).join(' · ')
  return {
    name: encoding,
    description: words,
    content: (
      <span className={css.row}>
        <span className={css.name}>{encoding}</span>
        <span className={css.facts}>{words}</span>
      </span>
    ),
  }
}

/** Bytes that are no letters, apart from the words around them. */
function partsOf(sample: string) {
  let at = 0
  return sample.split(/(‹[0-9A-F]{2}›)/).map((words, index) => {
    const part = { at, words, isByte: index % 2 === 1 }
    at += words.length + 1
    return part
  })
}
