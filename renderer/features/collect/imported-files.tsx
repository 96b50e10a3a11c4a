import { namedFew } from '#shared/domain/named-few.ts'
import type { ImportedFile, ImportReport } from '#shared/ipc/importing.ts'
import { showSheet } from '../../state/desk.ts'
import { isUnsure, outcomeWords, summaryOf } from '../../state/import-words.ts'
import css from './imported-files.module.css'

/** What became of each file of an import that was small enough to be told of one by one. */
export function ImportedFiles({ report }: { readonly report: ImportReport }) {
  return (
    <>
      <p>{summaryOf(report)}</p>
      <ul className={css.files}>
        {report.files.map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the report never changes, and two files may share a name
          <OneFile key={index} file={file} />
        ))}
      </ul>
      {report.skipped.length > 0 && <p className={css.leftOut}>Left out: {namedFew(report.skipped)}.</p>}
    </>
  )
}

function OneFile({ file }: { readonly file: ImportedFile }) {
  const { name, articleId, outcome, certainty = 100 } = file
  return (
    <li className={isUnsure(file) ? css.unsure : css[outcome]}>
      <strong>{name}</strong>
      <span>{outcomeWords(file)}</span>
      {articleId !== undefined && certainty < 100 && (
        <button
          type="button"
          aria-label={`Read in another encoding… (${name})`}
          onClick={() => showSheet({ kind: 'encodings', articleId, title: name })}
        >
          Read in another encoding…
        </button>
      )}
    </li>
  )
}
