/** Does what has its place in the history, once all that came before it is done. What is done in turn must not ask for a turn. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = latest.catch(() => undefined).then(work)
  latest = done
  return done
}
let latest: Promise<unknown> = Promise.resolve()
