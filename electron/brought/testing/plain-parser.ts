import type { Parser } from '#electron/import/parser-process.ts'
import { parserHere } from '#electron/import/testing/parser-here.ts'
import type { ReadEvent } from '#shared/format/interchange/adapter.ts'

/** Takes each line for what it says: for tests of what is done about what a format's reader lets pass. */
export const plainParser: Parser = {
  ...parserHere,
  annotations: async function* ({ paths: [file = ''], piece }): AsyncGenerator<ReadEvent> {
    const lines = Buffer.from(await piece(file, 0))
      .toString()
      .trim()
      .split('\n')
    for (const [i, line] of lines.entries()) {
      const { text, annotations, ...rest } = JSON.parse(line)
      if (i === 0) yield { kind: 'frame', frame: { actors: rest.actors } }
      else yield { kind: 'article', file, line: i + 1, article: rest, text, annotations }
    }
  },
}
