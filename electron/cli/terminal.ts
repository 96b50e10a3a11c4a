/** Where a command line's words go. */
export type Terminal = {
  /** Text of our own, or JSON, as it is. */
  readonly print: (text: string) => void
  /** One line on stdout, whatever is in it. */
  readonly line: (text: string) => void
  /** One line on stderr, whatever is in it. */
  readonly problem: (sentence: string) => void
  /** Shown in place of the last progress, and only where somebody looks on. */
  readonly progress: (text: string) => void
  readonly endProgress: () => void
}

type Stream = { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number }

const CLEAR_LINE = '\r\u001b[2K'

export function terminalOn(stdout: Stream, stderr: Stream): Terminal {
  const onScreen = (text: string): void => {
    if (stderr.isTTY) stderr.write(text)
  }
  return {
    print: (text) => stdout.write(`${text}\n`),
    line: (text) => stdout.write(`${plain(text)}\n`),
    problem: (sentence) => stderr.write(`${plain(sentence)}\n`),
    progress: (text) => onScreen(`${CLEAR_LINE}${plain(text).slice(0, (stderr.columns ?? 80) - 1)}`),
    endProgress: () => onScreen(CLEAR_LINE),
  }
}

/** Names and texts may hold line feeds and terminal codes; a person's terminal shall meet neither. */
const plain = (text: string): string => text.replace(/\p{Cc}+/gu, ' ')
