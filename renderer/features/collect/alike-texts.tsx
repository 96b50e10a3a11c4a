import { type RefObject, useEffect, useMemo, useState } from 'react'
import { type DiffPiece, type DiffRow, wordDiff } from '#shared/anchoring/word-diff.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import type { Result } from '#shared/domain/result.ts'
import type { AlikePair } from '#shared/ipc/alike.ts'
import { joinPair, openOfPair, readPair, tellApart } from '../../state/alike.ts'
import css from './alike-panel.module.css'
import { withFolds } from './folded-rows.ts'
import { likenessWords } from './pair-list.tsx'

type Both = Result<readonly [ArticleText, ArticleText]>
type AlikeTextsProps = { readonly pair: AlikePair; readonly region: RefObject<HTMLElement | null> }

/** Two articles line beside line; what only one of them says is marked. */
export function AlikeTexts({ pair, region }: AlikeTextsProps) {
  const [both, setBoth] = useState<Both | null>(null)
  useEffect(() => {
    let isWanted = true
    void readPair(pair.a, pair.b).then((read) => {
      if (isWanted) setBoth(read)
    })
    return () => {
      isWanted = false
    }
  }, [pair.a, pair.b])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it
    <section ref={region} aria-label="Side by side" tabIndex={0} className={css.sides}>
      <Actions pair={pair} />
      {both && !both.ok && <p className={css.nothing}>{both.problem.sentence}</p>}
      {both?.ok && <Texts first={both.value[0]} second={both.value[1]} />}
    </section>
  )
}

function Actions({ pair }: { readonly pair: AlikePair }) {
  return (
    <div className={css.actions}>
      <span className={css.likeness}>{likenessWords(pair)}</span>
      <button type="button" aria-pressed={pair.isDifferent} onClick={() => void tellApart()}>
        They are different articles <kbd>D</kbd>
      </button>
      <button type="button" onClick={() => void joinPair()}>
        The second is a newer version <kbd>V</kbd>
      </button>
      <button type="button" onClick={() => void openOfPair('a')}>
        Open the first <kbd>1</kbd>
      </button>
      <button type="button" onClick={() => void openOfPair('b')}>
        Open the second <kbd>2</kbd>
      </button>
    </div>
  )
}

type TextsProps = { readonly first: ArticleText; readonly second: ArticleText }

function Texts({ first, second }: TextsProps) {
  const rows = useMemo(() => withFolds(wordDiff(first.text, second.text)), [first, second])
  return (
    <>
      <div className={css.heads}>
        <Head which="First" {...first} />
        <Head which="Second" {...second} />
      </div>
      {rows.map((row, index) =>
        'folded' in row ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
          <p key={index} className={css.folded}>
            {row.folded} lines are the same in both.
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
          <Row key={index} row={row} />
        ),
      )}
    </>
  )
}

function Head({ which, article }: ArticleText & { readonly which: string }) {
  const { title, source, publisher, published } = article.metadata
  return (
    <div className={css.head}>
      <h2>{which}</h2>
      <p dir="auto" className={css.headline}>
        {title}
      </p>
      <p className={css.facts}>{[source, publisher, published].filter(Boolean).join(' · ') || article.id}</p>
    </div>
  )
}

function Row({ row }: { readonly row: DiffRow }) {
  return (
    <div className={css.line}>
      <Side pieces={row.before} />
      <Side pieces={row.after} />
    </div>
  )
}

function Side({ pieces }: { readonly pieces: readonly DiffPiece[] }) {
  return (
    <p dir="auto" className={css.side}>
      {pieces.map(({ text, isCommon }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change
        isCommon ? <span key={index}>{text}</span> : <mark key={index}>{text}</mark>,
      )}
    </p>
  )
}
