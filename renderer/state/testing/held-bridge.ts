import type { Bridge } from '#shared/ipc/contract.ts'

type Asked = {
  readonly channel: string
  readonly args: readonly unknown[]
  readonly answer: (value: unknown) => void
  readonly fail: () => void
}

/** Stands where the main process does; what is asked is answered when a test says so. */
export class HeldBridge {
  readonly #asked: Asked[] = []

  readonly bridge = {
    request: (channel: string, ...args: readonly unknown[]) =>
      new Promise((answer, reject) => {
        this.#asked.push({ channel, args, answer, fail: () => reject(new Error('No answer.')) })
      }),
    listen: () => () => undefined,
    importDropped: () => Promise.resolve(null),
  } as unknown as Bridge

  /** Of those that are not answered yet the first, once it is asked. */
  async next(channel: string): Promise<Asked> {
    for (let turn = 0; turn < 100; turn++) {
      const at = this.#asked.findIndex((one) => one.channel === channel)
      const [found] = at < 0 ? [] : this.#asked.splice(at, 1)
      if (found) return found
      await Promise.resolve()
    }
    throw new Error(`Nobody has asked for ${channel}.`)
  }

  /** How often something was asked that is not answered yet. */
  count(channel: string): number {
    return this.#asked.filter((one) => one.channel === channel).length
  }
}
