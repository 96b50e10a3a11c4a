import { changeActorTypes } from '#shared/domain/scheme-edits.ts'
import { stepped } from '#shared/domain/scheme-items.ts'
import { schemeInUse, schemeOf, useDesk } from '../../state/desk.ts'
import { commitScheme } from '../../state/scheme-editing.ts'
import { NewWord } from './new-word.tsx'
import css from './scheme.module.css'
import { WordList } from './word-list.tsx'

const put = (types: readonly string[], name: string): string | null =>
  commitScheme(changeActorTypes(schemeInUse(), types), { name })

/** What an actor can be. Actors of a type that is taken away keep it until they are given another. */
export function ActorTypes({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const types = useDesk((state) => schemeOf(state).actorTypes)
  return (
    <div className={css.detail}>
      <p className={css.hint}>
        What an actor of the registry can be. An actor of a type that is removed keeps it until it is given
        another.
      </p>
      <WordList
        label="Types of actor"
        words={types}
        isReadOnly={isReadOnly}
        noteOf={() => ''}
        onMove={(index, by) => put(stepped(types, index, by), 'Move a type of actor')}
        actions={[
          [
            'Remove',
            (type) =>
              put(
                types.filter((one) => one !== type),
                `Remove the type of actor “${type}”`,
              ),
          ],
        ]}
      />
      <NewWord
        noun="type of actor"
        disabled={isReadOnly}
        onAdd={(type) => put([...types, type.trim()], `Add the type of actor “${type.trim()}”`)}
      />
    </div>
  )
}
