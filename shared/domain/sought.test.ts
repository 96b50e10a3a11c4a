import { expect, it } from 'vitest'
import { mark, now } from '../testing/samples.ts'
import { type Actor, newActor } from './actor.ts'
import { namesOf, soughtFor } from './sought.ts'
import { unite } from './united-registry.ts'

const actor = (id: string, name: string, rest: Partial<Actor> = {}): Actor => ({
  ...newActor({ id, name, now }),
  ...rest,
})

const union = unite([
  {
    annotator: 'Ana',
    registry: {
      actors: new Map(
        [
          actor('norland', 'Norland', { aliases: ['NRL', 'the Norse'] }),
          actor('kingdom', 'Kingdom of Norland', { aliases: ['NRL'], mergedInto: 'norland' }),
          actor('league', 'North River League', { aliases: ['NRL'] }),
        ].map((one) => [one.id, one]),
      ),
      skips: ['us'],
    },
  },
])

it('an actor’s names are all that it is called, and what was merged into it', () => {
  const names = ['Kingdom of Norland', 'NRL', 'Norland', 'the Norse']
  expect(namesOf(union, 'norland')).toEqual(names)
  expect(namesOf(union, 'kingdom')).toEqual(names)
  expect(namesOf(union, 'nobody')).toEqual([])
})

it('what is looked for says which names are another actor’s too, and what is never marked', () => {
  const forms = ['Norland', 'NRL']
  const linked = { ...mark('a', 0, 7), actor: 'kingdom' }
  const common = { label: 'actor', by: 'a', forms, namesakes: ['NRL'], skips: ['us'] }
  expect(soughtFor({ mark: linked, forms }, union)).toEqual({ ...common, actor: 'kingdom' })
  expect(soughtFor({ mark: mark('a', 0, 7), forms }, union)).toEqual({ ...common, actor: null })
})
