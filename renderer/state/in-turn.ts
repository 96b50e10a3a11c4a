/** Does what has its place in the history, once all that came before it is done. What is done in turn must not ask for a turn. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  unasked++
  return queue(work).finally(() => {
    unasked--
  })
}

/**
 * The same for what the main process does in the order in which it is asked: it is asked at once, so that all of it is there
 * when the window closes, unless something that has to be done here comes first.
 */
export function askInTurn<R, T>(ask: () => Promise<R>, take: (answer: Promise<R>) => Promise<T>): Promise<T> {
  if (unasked === 0) {
    const answer = ask()
    // Whoever takes it hears of it.
    answer.catch(() => undefined)
    return queue(() => take(answer))
  }
  unasked++
  return queue(() => {
    unasked--
    return take(ask())
  })
}

function queue<T>(work: () => Promise<T>): Promise<T> {
  const done = latest.catch(() => undefined).then(work)
  latest = done
  return done
}
let latest: Promise<unknown> = Promise.resolve()
/** How many have not asked for what they want yet, or not all of it. */
let unasked = 0
