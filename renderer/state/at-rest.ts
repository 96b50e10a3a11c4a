export type AtRest = {
  /** Runs it once nobody has asked for so long. */
  readonly soon: () => void
  readonly cancel: () => void
}

/** For what each time costs something and is not needed while one change follows another. */
export function atRest(ms: number, run: () => void): AtRest {
  let timer: ReturnType<typeof setTimeout> | undefined
  const cancel = () => clearTimeout(timer)
  const soon = () => {
    cancel()
    timer = setTimeout(run, ms)
  }
  return { soon, cancel }
}
