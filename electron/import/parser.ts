import { ok } from '#shared/domain/result.ts'
import { draftOf } from './draft.ts'
import { cutOffNetwork } from './no-network.ts'
import type { FromParser, ParsedPart, ToParser } from './parser-messages.ts'
import { partsOf } from './parts-of.ts'
import { previewEncodings } from './preview-encodings.ts'
import { annotationEvents, fileInPieces } from './read-annotations.ts'
import { readerOf } from './readers.ts'
import type { Part, SourceFile } from './reading.ts'

/**
 * The process in which files are read. It knows nothing but the bytes that it is sent, has no network, and may be killed
 * at any time. Started by Electron as a utility process, or by Node with a channel.
 */
type Port = {
  readonly send: (message: FromParser) => void
  readonly listen: (listener: (message: ToParser) => void) => void
}

/** Electron's end of the channel: https://www.electronjs.org/docs/latest/api/parent-port */
type ParentPort = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

function portOfThisProcess(): Port {
  const parentPort: ParentPort | undefined = Reflect.get(process, 'parentPort')
  if (parentPort)
    return {
      send: (message) => parentPort.postMessage(message),
      listen: (listener) => parentPort.on('message', ({ data }) => listener(data as ToParser)),
    }
  // Who had it started is gone, and with it the reason to go on.
  process.on('disconnect', () => process.exit())
  return {
    send: (message) => process.send?.(message),
    listen: (listener) => process.on('message', (message) => listener(message as ToParser)),
  }
}

const parsed = ({ part, reading }: Part): ParsedPart => ({
  part,
  draft: reading.ok ? ok(draftOf(reading.value)) : reading,
})

const NOTHING = new Uint8Array()

/** Answers the requests of one port, one at a time. */
class Answering {
  readonly #port: Port
  #next: (bytes: Uint8Array) => void = () => undefined
  /** What is said waits for what was said before to be taken. */
  #saying: Promise<unknown> = Promise.resolve()

  constructor(port: Port) {
    this.#port = port
  }

  answer(message: ToParser): void {
    if (message.kind === 'next') this.#next(NOTHING)
    else if (message.kind === 'bytes') this.#next(message.bytes)
    // What is thrown here is a broken promise of our own: it ends the process, and its parent says so.
    else void this.#work(message)
  }

  async #work(message: Exclude<ToParser, { kind: 'next' | 'bytes' }>): Promise<void> {
    const { send } = this.#port
    if (message.kind === 'annotations') return this.#readAnnotations(message.format, message.paths)
    const { file } = message
    if (message.kind === 'read') await this.#read(file, message.from)
    else if (message.kind === 'encodings') send({ kind: 'encodings', previews: previewEncodings(file.bytes) })
    else send({ kind: 'sample', sample: (await readerOf(file.name)?.sample?.(file)) ?? null })
  }

  async #read(file: SourceFile, from: number): Promise<void> {
    const onMember = (place: number, name: string) => this.#port.send({ kind: 'member', place, name })
    for await (const part of partsOf(file, { from, onMember })) {
      await this.#say({ kind: 'part', part: parsed(part) })
    }
    this.#port.send({ kind: 'end' })
  }

  async #readAnnotations(format: string, paths: readonly string[]): Promise<void> {
    const piece = (path: string, at: number) => this.#say({ kind: 'wants', path, at })
    const files = paths.map((path) => fileInPieces(path, piece))
    for await (const event of annotationEvents(format, files)) await this.#say({ kind: 'event', event })
    this.#port.send({ kind: 'end' })
  }

  /** Resolves to what is answered; one thing is said at a time. */
  #say(message: FromParser): Promise<Uint8Array> {
    const said = this.#saying.then(
      () =>
        new Promise<Uint8Array>((resolve) => {
          this.#next = resolve
          this.#port.send(message)
        }),
    )
    this.#saying = said
    return said
  }
}

cutOffNetwork()
const port = portOfThisProcess()
const answering = new Answering(port)
port.listen((message) => answering.answer(message))
port.send({ kind: 'ready' })
