import type { Migration } from '#shared/domain/scheme-migration.ts'
import type { MigrationExample, MigrationPreview } from '#shared/ipc/contract.ts'
import css from './migration.module.css'

type MigrationSummaryProps = { readonly preview: MigrationPreview; readonly migration: Migration }

/** What a migration changes of the analyst's own work, and what it leaves of others'. */
export function MigrationSummary({ preview, migration }: MigrationSummaryProps) {
  const { annotations, articles, examples, others, unread } = preview
  return (
    <div className={css.summary} aria-live="polite">
      <p>
        {annotations === 0
          ? 'None of your annotations change.'
          : `${counted(annotations, 'of your annotations', 'of your annotations')} in ${counted(articles, 'article', 'articles')} ${fateOf(migration, annotations)}. Undo brings all back.`}
      </p>
      <Examples examples={examples} left={annotations - examples.length} />
      {others.map(({ annotator, annotations: count }) => (
        <p key={annotator}>{othersSentence(annotator, count, migration)}</p>
      ))}
      {unread.length > 0 && (
        <p className={css.problem}>
          {counted(unread.length, 'article', 'articles')} cannot be read and{' '}
          {unread.length === 1 ? 'stays' : 'stay'} as it is: {unread.join(', ')}.
        </p>
      )}
    </div>
  )
}

function othersSentence(annotator: string, count: number, { from }: Migration): string {
  const [keep, them] = count === 1 ? ['keeps', 'it'] : ['keep', 'them']
  return `${counted(count, 'annotation', 'annotations')} of ${annotator} ${keep} “${from}”: only ${annotator} can change ${them}. Until then it stays in the scheme, called old.`
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

function fateOf({ kind, to }: Migration, count: number): string {
  if (to !== null) return count === 1 ? 'changes' : 'change'
  if (kind === 'label')
    return count === 1 ? 'goes, or loses who filled its roles' : 'go, or lose who filled their roles'
  return count === 1 ? 'loses what it says with it' : 'lose what they say with it'
}

type ExamplesProps = { readonly examples: readonly MigrationExample[]; readonly left: number }

function Examples({ examples, left }: ExamplesProps) {
  if (examples.length === 0) return null
  return (
    <ul className={css.examples}>
      {examples.map(({ title, quote, isRemoved }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the examples of a preview never change
        <li key={index}>
          <q>{quote}</q>{' '}
          <span className={css.count}>
            {title}
            {isRemoved && ', goes'}
          </span>
        </li>
      ))}
      {left > 0 && <li className={css.count}>and {left} more</li>}
    </ul>
  )
}
