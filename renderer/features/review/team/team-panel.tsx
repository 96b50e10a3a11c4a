import { useDesk } from '../../../state/desk.ts'
import { AnnotateAs } from './annotate-as.tsx'
import { AssignedArticles } from './assigned-articles.tsx'
import { peopleIn } from './people.ts'
import { PeopleTable } from './people-table.tsx'
import { ShareForm } from './share-form.tsx'
import { SightChoice } from './sight-choice.tsx'
import css from './team.module.css'
import { useProgress } from './use-progress.ts'

/** Who annotates here, how far everybody is, and who does what. */
export function TeamPanel() {
  const access = useDesk(({ teamAccess }) => teamAccess)
  const progress = useProgress()
  const assignments = useDesk(({ team }) => team.assignments)
  const people = peopleIn(progress, assignments)
  return (
    <div className={css.team}>
      {access.kind === 'read' && <p className={css.quiet}>{access.sentence}</p>}
      <PeopleTable progress={progress} />
      <AnnotateAs people={people} />
      <SightChoice />
      <ShareForm people={people} />
      <AssignedArticles people={people} />
    </div>
  )
}
