import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'

/** A process of our own making, its lines read one by one. */
export class Child {
  readonly process: ChildProcessWithoutNullStreams
  readonly lines: string[] = []
  readonly exited: Promise<void>
  #rest = ''
  #wake: () => void = () => undefined
  #hasExited = false

  constructor(command: string, args: readonly string[]) {
    // One thread for the disk, so that its calls come in one order.
    const env = { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' }
    this.process = spawn(command, [...args], { env })
    this.process.stdin.on('error', () => undefined)
    for (const stream of [this.process.stdout, this.process.stderr])
      stream.on('data', (part) => this.#take(part))
    this.exited = new Promise((resolve) => {
      this.process.on('close', () => {
        this.#hasExited = true
        this.#wake()
        resolve()
      })
    })
  }

  get hasExited(): boolean {
    return this.#hasExited
  }

  /** Line `index`, once it is there; undefined when the process ends without it. */
  async line(index: number): Promise<string | undefined> {
    while (this.lines.length <= index && !this.#hasExited) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    return this.lines[index]
  }

  say(line: string): void {
    this.process.stdin.write(`${line}\n`)
  }

  async end(signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
    this.process.kill(signal)
    await this.exited
  }

  #take(part: Buffer): void {
    const lines = (this.#rest + part.toString()).split('\n')
    this.#rest = lines.pop() as string
    this.lines.push(...lines)
    this.#wake()
  }
}
