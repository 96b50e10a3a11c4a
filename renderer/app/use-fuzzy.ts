import { useEffect, useRef, useState } from 'react'
import type { FuzzyList, FuzzyResult } from './fuzzy-list.ts'

/** Milliseconds of searching between two looks at the keys. */
const TURN = 8

export type Fuzzy<T> = {
  /** Null while nothing is searched for. */
  readonly result: FuzzyResult<T> | null
  /** Searches for this in the place of what was searched for before. */
  readonly search: (query: string) => void
  /** The result of what was searched for last, at once. */
  readonly settle: () => FuzzyResult<T> | null
}

/** Searches a list while it is typed what for; what was found before stays until more is known. */
export function useFuzzy<T extends object>(list: FuzzyList<T>): Fuzzy<T> {
  const [result, setResult] = useState<FuzzyResult<T> | null>(null)
  const running = useRef<ReturnType<typeof list.search> | null>(null)
  useEffect(
    () => () => {
      running.current = null
    },
    [],
  )

  const turn = () => {
    const steps = running.current
    if (!steps) return
    const ended = advance(steps, performance.now() + TURN)
    // Not by a timer, which would wait four milliseconds each time.
    if (!ended) return void scheduler.postTask(() => running.current === steps && turn())
    running.current = null
    setResult(ended)
  }
  const search = (query: string) => {
    running.current = query.trim() ? list.search(query.trim()) : null
    if (running.current) turn()
    else setResult(null)
  }
  const settle = () => {
    const ended = running.current && advance(running.current, Number.POSITIVE_INFINITY)
    return ended ?? result
  }
  return { result, search, settle }
}

/** Goes on with a search until it ends, or until a time. */
function advance<R>(steps: Generator<undefined, R>, until: number): R | null {
  do {
    const { done, value } = steps.next()
    if (done) return value
  } while (performance.now() < until)
  return null
}
