import { documentEnding } from '#shared/domain/document-ending.ts'
import { STATUSES } from '#shared/domain/record.ts'
import { doneAndNext, setArticleNotes, setStatus } from '../../state/annotating.ts'
import { openArticle } from '../../state/articles.ts'
import { focusPane, type OpenArticle, showSheet, useDesk } from '../../state/desk.ts'
import { useKeys, withKeys } from '../../state/keys.ts'
import { setField } from '../../state/metadata.ts'
import { askForEarlier } from '../../state/newer-version.ts'
import { standingOf } from '../../state/standing.ts'
import { TextField } from '../../ui/text-field.tsx'
import css from './inspector.module.css'
import { MetadataFields } from './metadata-fields.tsx'

/** The article itself: its title, which can be corrected, how far the work in it has come, and notes. */
export function ArticleCard() {
  const title = useDesk((state) => (state.open ? standingOf(state.open, state).metadata.title : ''))
  const status = useDesk(({ open }) => open?.record.status)
  const notes = useDesk(({ open }) => open?.record.notes ?? '')
  const isReadOnly = useDesk(({ open }) => open?.access.kind !== 'write')
  const doneKeys = useKeys('article.done')
  return (
    <section aria-label="Article" className={css.card}>
      <TextField
        label="Title"
        value={title}
        disabled={isReadOnly}
        isOneLine
        maxLength={1_000}
        onChange={(typed, typing) => setField('title', typed, typing)}
        onLeave={() => focusPane('reader')}
      />
      <div className={css.progress}>
        <fieldset className={css.statuses} disabled={isReadOnly}>
          <legend className="visually-hidden">Status</legend>
          {STATUSES.map((choice) => (
            <label key={choice} className={css.status}>
              <input
                type="radio"
                name="status"
                checked={status === choice}
                onChange={() => setStatus(choice)}
              />
              {choice}
            </label>
          ))}
        </fieldset>
        <button
          type="button"
          title={withKeys('Done, and on to the next article', doneKeys)}
          disabled={isReadOnly}
          onClick={() => void doneAndNext()}
        >
          Done, next
        </button>
      </div>
      <Versions />
      <div className={css.folds}>
        <MetadataFields isReadOnly={isReadOnly} />
        <details className={css.more} open={notes !== ''}>
          <summary>Notes and origin</summary>
          <TextField
            label="Notes on this article"
            value={notes}
            disabled={isReadOnly}
            maxLength={100_000}
            onChange={setArticleNotes}
            onLeave={() => focusPane('reader')}
          />
          <Origin />
        </details>
      </div>
    </section>
  )
}

/** Leads to the article's newer and earlier version. */
function Versions() {
  const later = useDesk(({ open }) => open?.record.later) ?? null
  const earlier = useDesk(({ open }) => open?.record.earlier?.article) ?? null
  const title = useDesk(({ articles }) =>
    earlier === null ? null : (articles.get(earlier)?.title ?? earlier),
  )
  return (
    <>
      {later !== null && (
        <p className={css.later}>
          There is a newer version.{' '}
          <button type="button" onClick={() => void openArticle(later)}>
            Open the newer version
          </button>
        </p>
      )}
      {earlier !== null && (
        <p className={css.later}>
          Newer version of “{title}”.{' '}
          <button type="button" onClick={() => void openArticle(earlier)}>
            Open the earlier version
          </button>
        </p>
      )}
    </>
  )
}

function Origin() {
  const { article } = useDesk(({ open }) => open as OpenArticle)
  const { encoding, certainty, original } = article.provenance
  const document = certainty === 100 ? documentEnding(`.${original}`) : null
  const readOtherwise = () =>
    showSheet({ kind: 'encodings', articleId: article.id, title: article.metadata.title })
  const sure = certainty === 100 ? '' : `, with a certainty of ${certainty} %`
  return (
    <p className={css.origin}>
      Read as {document ?? encoding}
      {sure}. Kept as {article.id}.txt.{' '}
      {document === null && (
        <button type="button" onClick={readOtherwise}>
          Read in another encoding…
        </button>
      )}{' '}
      <button type="button" onClick={askForEarlier}>
        This is a newer version of…
      </button>
    </p>
  )
}
