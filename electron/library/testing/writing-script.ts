import { createInterface } from 'node:readline'
import { writeDurably } from '#electron/library/durable-write.ts'
import { errorCode } from '#electron/library/file-ops.ts'

/** Writes each line that it is told into a file, durably, and says `ack` or the error after each. */
const [file] = process.argv.slice(2)

process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  const said = await writeDurably(file as string, [line.repeat(2000)]).then(() => 'ack', errorCode)
  process.stdout.write(`${said}\n`)
}
