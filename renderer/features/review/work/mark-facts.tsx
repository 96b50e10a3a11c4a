import type { Annotation } from '#shared/domain/annotation.ts'
import { rolesOf } from '#shared/domain/scheme.ts'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import { factsOf } from '../../../state/mark-facts.ts'
import type { OpenWork } from '../../../state/open-work.ts'
import css from './work.module.css'

/** Roles, attributes, actor and note of a mark. */
export function MarkFacts({ mark, work }: { readonly mark: Annotation; readonly work: OpenWork }) {
  const scheme = useDesk(schemeOf)
  const union = useDesk(({ registry }) => registry.united)
  const { text, annotations } = work
  const facts = factsOf(mark, { text, annotations, scheme, union, earlier: null })
  const isAct = rolesOf(scheme, mark.label).length > 0
  return (
    <>
      {facts.length > 0 && (
        <dl className={css.facts}>
          {facts.map(({ title, value }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {isAct && facts.length === 0 && <p className={css.quiet}>Nobody is in it.</p>}
      {mark.certainty === 'unsure' && <p className={css.quiet}>{work.annotator} is not sure of it.</p>}
      {mark.note && <p className={css.note}>{mark.note}</p>}
    </>
  )
}
