/** A process that reads files as badly as their names tell it to: for tests of who watches over it. */
type Message = {
  readonly kind: string
  readonly file?: { readonly name: string }
  readonly from?: number
  readonly paths?: readonly string[]
}

const send = (message: object): void => void process.send?.(message)

function give(part: string | null): void {
  send({ kind: 'part', part: { part, draft: { ok: false, problem: { sentence: `${process.pid}` } } } })
}

const hoard: Uint8Array[] = []
const hang = (): never => {
  for (;;);
}

const DEEDS: Readonly<Record<string, () => void>> = {
  'hangs.txt': hang,
  'crashes.txt': () => process.exit(3),
  'hoards.txt': () => void setInterval(() => hoard.push(new Uint8Array(16 * 1024 * 1024).fill(1)), 5),
}

const MEMBERS = 3
const BAD_MEMBER = 1
let member = MEMBERS

function readMember(): void {
  const place = member++
  send({ kind: 'member', place, name: `${place}.txt` })
  // Once what was sent is on its way.
  if (place === BAD_MEMBER) setTimeout(hang, 50)
  else give(`${place}.txt`)
}

process.on('message', ({ kind, file, from = 0, paths }: Message) => {
  if (paths) return (DEEDS[paths[0] ?? ''] ?? (() => send({ kind: 'end' })))()
  if (file?.name === 'archive.zip') member = from
  if (member < MEMBERS) readMember()
  else if (kind === 'next') send({ kind: 'end' })
  else (DEEDS[file?.name ?? ''] ?? (() => give(null)))()
})
process.on('disconnect', () => process.exit())
send({ kind: 'ready' })
