import { failed, ok } from '#shared/domain/result.ts'
import type { AlikePair } from '#shared/ipc/alike.ts'
import { Alike } from '../alike/alike.ts'
import type { Desk } from '../desk.ts'
import { problemOf } from '../library/disk-problem.ts'
import type { PreferenceFile } from '../preferences.ts'
import type { Session } from '../session.ts'
import type { Handlers } from './wire.ts'

export type AlikeHandlerParts = { readonly desk: Desk; readonly preferences: PreferenceFile }

type AlikeChannel = Extract<keyof Handlers, `alike:${string}`>

/** The first decisions are forgotten where there are more. */
const MOST_APART = 10_000

/** Articles that are nearly the same, and what the analyst said of them. */
export function alikeHandlers({ desk, preferences }: AlikeHandlerParts): Pick<Handlers, AlikeChannel> {
  const alikes = new WeakMap<Session, Alike>()
  const alikeIn = (session: Session): Alike => {
    const alike = alikes.get(session) ?? new Alike(session.workspace)
    alikes.set(session, alike)
    return alike
  }
  return {
    'alike:find': async () => {
      if (!desk.session) return failed('No workspace is open.')
      try {
        const found = await alikeIn(desk.session).find()
        const apart = new Set(preferences.store.get('apart'))
        const pairs = found.map(
          (pair): AlikePair => ({ ...pair, isDifferent: apart.has(keyOf(pair.a, pair.b)) }),
        )
        return ok(JSON.stringify(pairs))
      } catch (error) {
        return failed(`The articles could not be compared: ${problemOf(error)}`)
      }
    },
    'alike:tell-apart': (a, b, isDifferent) => {
      const others = preferences.store.get('apart').filter((key) => key !== keyOf(a, b))
      preferences.store.set('apart', isDifferent ? [...others, keyOf(a, b)].slice(-MOST_APART) : others)
      return null
    },
  }
}

const keyOf = (a: string, b: string): string => [a, b].sort().join(' ')
