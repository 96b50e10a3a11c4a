import type { ParserChild, ParserHost } from './parser-host.ts'
import type { FromParser, ToParser } from './parser-messages.ts'

/** Why a process that read a file is no more. */
export class Overstepped extends Error {
  readonly limit: 'time' | 'memory' | 'ended'

  constructor(limit: Overstepped['limit']) {
    super(`The process that reads files is gone: ${limit}`)
    this.limit = limit
  }
}

type Limits = { readonly ms: number; readonly bytes: number }
type Member = { readonly place: number; readonly name: string }
type Answer = Exclude<FromParser, { kind: 'ready' | 'member' }>
type Asked = {
  readonly resolve: (answer: Answer) => void
  readonly reject: (reason: Overstepped) => void
}

const LOOK_EVERY_MS = 50
const START_MS = 30_000

/** One process that reads files, for as long as it keeps to its limits: a question, its answer, the next question. */
export class ParserTalk {
  readonly #child: ParserChild
  readonly #limits: Limits
  readonly #ready: Promise<void>
  #setReady: () => void = () => undefined
  #asked: Asked | null = null
  #isAlive = true
  #member: Member | null = null

  constructor(host: ParserHost, limits: Limits) {
    this.#limits = limits
    this.#ready = new Promise((resolve) => {
      this.#setReady = resolve
    })
    this.#child = host.start({
      onMessage: (message) => this.#take(message),
      onExit: () => this.#over('ended'),
    })
  }

  get isAlive(): boolean {
    return this.#isAlive
  }

  /** The member of the archive that it read last. */
  get member(): Member | null {
    return this.#member
  }

  /** Its next answer. @throws {Overstepped} where there will be none. */
  async ask(message: ToParser): Promise<Answer> {
    if (message.kind !== 'next' && message.kind !== 'bytes') this.#member = null
    await this.#within(START_MS, () => this.#ready)
    return this.#within(this.#limits.ms, () => this.#answerTo(message))
  }

  end(): void {
    this.#isAlive = false
    this.#child.kill()
  }

  #answerTo(message: ToParser): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject }
      this.#child.send(message)
    })
  }

  /** Looks at the clock and at the memory for as long as the work lasts. */
  async #within<T>(ms: number, work: () => Promise<T>): Promise<T> {
    let watch: NodeJS.Timeout | undefined
    const watching = new Promise<never>((_, reject) => {
      const began = performance.now()
      watch = setInterval(() => {
        const limit = this.#overstepped(performance.now() - began, ms)
        if (limit) reject(this.#over(limit))
      }, LOOK_EVERY_MS)
    })
    try {
      return await Promise.race([work(), watching])
    } finally {
      clearInterval(watch)
    }
  }

  #overstepped(passed: number, ms: number): Overstepped['limit'] | null {
    if (!this.#isAlive) return 'ended'
    if (passed > ms) return 'time'
    return (this.#child.memory() ?? 0) > this.#limits.bytes ? 'memory' : null
  }

  #over(limit: Overstepped['limit']): Overstepped {
    const overstepped = new Overstepped(limit)
    if (this.#isAlive) this.end()
    this.#asked?.reject(overstepped)
    this.#asked = null
    return overstepped
  }

  #take(message: FromParser): void {
    if (message.kind === 'ready') this.#setReady()
    else if (message.kind === 'member') this.#member = message
    else this.#answered(message)
  }

  #answered(answer: Answer): void {
    const asked = this.#asked
    this.#asked = null
    asked?.resolve(answer)
  }
}
