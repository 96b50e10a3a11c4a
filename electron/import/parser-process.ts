import { failed, type Result } from '#shared/domain/result.ts'
import { type ReadEvent, UnreadableFile } from '#shared/format/interchange/adapter.ts'
import { refused } from '#shared/format/interchange/read-values.ts'
import type { ParserHost } from './parser-host.ts'
import type { ParsedPart } from './parser-messages.ts'
import { Overstepped, ParserTalk } from './parser-talk.ts'
import type { EncodingPreview } from './preview-encodings.ts'
import type { PieceOf } from './read-annotations.ts'
import type { SourceFile, TableSample } from './reading.ts'
import { shownName } from './shown-name.ts'

/** Reads files into drafts of articles, one file after the other, each as far as its reader is asked for more. */
export type Parser = {
  readonly read: (file: SourceFile) => AsyncIterable<ParsedPart>
  /** A table's columns, with a few rows; null for what is no table. */
  readonly sample: (file: SourceFile) => Promise<Result<TableSample> | null>
  /** How the bytes look in other encodings, the likeliest first. */
  readonly encodings: (file: SourceFile) => Promise<Result<readonly EncodingPreview[]>>
  /** What files of one group say of annotations; see `Adapter`. A group that cannot be read to its end ends in a refusal. */
  readonly annotations: (group: AnnotationGroup) => AsyncIterable<ReadEvent>
  readonly close: () => void
}

/** Files of annotations that are read together, in this order. */
export type AnnotationGroup = {
  /** Id of an adapter that reads. */
  readonly format: string
  readonly paths: readonly string[]
  /** @throws {UnreadableFile} */
  readonly piece: PieceOf
}

export type ParserLimits = {
  /** For one article of a file, or one event of a file of annotations. */
  readonly ms: number
  readonly bytes: number
  /** After so long without work the process is ended. */
  readonly idleMs: number
}

const LIMITS: ParserLimits = { ms: 20_000, bytes: 512 * 1024 * 1024, idleMs: 10_000 }

/**
 * Reads files in a process of its own, which is killed when it oversteps its limits of time or memory and started anew
 * for the next file; so nothing that a file does to its reader is more than one failed row. After a member of an archive
 * that was given up, its other members are still read.
 */
export class ParserProcess implements Parser {
  readonly #host: ParserHost
  readonly #limits: ParserLimits
  #talk: ParserTalk | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | undefined

  constructor(host: ParserHost, limits: Partial<ParserLimits> = {}) {
    this.#host = host
    this.#limits = { ...LIMITS, ...limits }
  }

  async *read(file: SourceFile): AsyncGenerator<ParsedPart> {
    const release = await this.#begin()
    try {
      for (let from: number | null = 0; from !== null; ) from = yield* this.#readFrom(file, from)
    } finally {
      release()
    }
  }

  /** Answers with the member of the archive to go on from, or null. */
  async *#readFrom(file: SourceFile, from: number): AsyncGenerator<ParsedPart, number | null> {
    const talk = this.#begun()
    let isOver = false
    try {
      let answer = await talk.ask({ kind: 'read', file, from })
      while (answer.kind === 'part') {
        yield answer.part
        answer = await talk.ask({ kind: 'next' })
      }
      isOver = true
      return null
    } catch (error) {
      const { member } = talk
      yield { part: member?.name ?? null, draft: failed(sentenceOf(error, member?.name ?? file.name)) }
      return member && member.place + 1
    } finally {
      // Whoever stops in the midst of a file leaves a process behind that waits for him to go on.
      if (!isOver) this.#end()
    }
  }

  async *annotations(group: AnnotationGroup): AsyncGenerator<ReadEvent> {
    const release = await this.#begin()
    let isOver = false
    try {
      yield* eventsFrom(this.#begun(), group)
      isOver = true
    } catch (error) {
      const [first = ''] = group.paths
      const sentence = error instanceof UnreadableFile ? error.message : sentenceOf(error, first)
      yield refused({ file: first }, sentence)
    } finally {
      if (!isOver) this.#end()
      release()
    }
  }

  async sample(file: SourceFile): Promise<Result<TableSample> | null> {
    return this.#once(async (talk) => {
      const answer = await talk.ask({ kind: 'sample', file })
      return answer.kind === 'sample' ? answer.sample : null
    }, file)
  }

  async encodings(file: SourceFile): Promise<Result<readonly EncodingPreview[]>> {
    return this.#once(async (talk) => {
      const answer = await talk.ask({ kind: 'encodings', file })
      return { ok: true, value: answer.kind === 'encodings' ? answer.previews : [] }
    }, file)
  }

  async #once<T>(work: (talk: ParserTalk) => Promise<T>, { name }: SourceFile): Promise<T | Result<never>> {
    const release = await this.#begin()
    try {
      return await work(this.#begun())
    } catch (error) {
      this.#end()
      return failed(sentenceOf(error, name))
    } finally {
      release()
    }
  }

  close(): void {
    clearTimeout(this.#idle)
    this.#end()
  }

  /** Waits for those who came before; whoever called calls what it answers with in the end. */
  async #begin(): Promise<() => void> {
    const before = this.#turn
    let release = () => {}
    this.#turn = new Promise<void>((resolve) => {
      release = resolve
    })
    await before
    clearTimeout(this.#idle)
    return () => {
      this.#idle = setTimeout(() => this.#end(), this.#limits.idleMs)
      this.#idle.unref()
      release()
    }
  }

  #begun(): ParserTalk {
    if (!this.#talk?.isAlive) this.#talk = new ParserTalk(this.#host, this.#limits)
    return this.#talk
  }

  #end(): void {
    this.#talk?.end()
    this.#talk = null
  }
}

async function* eventsFrom(
  talk: ParserTalk,
  { format, paths, piece }: AnnotationGroup,
): AsyncGenerator<ReadEvent> {
  let answer = await talk.ask({ kind: 'annotations', format, paths })
  for (;;) {
    if (answer.kind === 'event') {
      yield answer.event
      answer = await talk.ask({ kind: 'next' })
    } else if (answer.kind === 'wants') {
      const bytes = await piece(answer.path, answer.at)
      answer = await talk.ask({ kind: 'bytes', bytes })
    } else return
  }
}

function sentenceOf(error: unknown, fileName: string): string {
  if (!(error instanceof Overstepped)) throw error
  const name = shownName(fileName)
  switch (error.limit) {
    case 'time':
      return `“${name}” took too long to read and was given up.`
    case 'memory':
      return `“${name}” takes too much memory to read and was given up.`
    case 'ended':
      return `“${name}” could not be read: it made the program that reads files break off.`
  }
}
