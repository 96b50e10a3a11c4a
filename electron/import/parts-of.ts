import { failed } from '#shared/domain/result.ts'
import { packedFormat, signatureOf } from './file-format.ts'
import { FORMATS, type FormatId, formatOf, readableEndings } from './formats.ts'
import { READERS } from './readers.ts'
import type { Part, SourceFile } from './reading.ts'
import { shownName } from './shown-name.ts'
import { UnpackBudget } from './unpack-budget.ts'
import { type Member, membersOf } from './zip.ts'

/**
 * The articles of any file, one by one: its format is told by its first bytes where they leave no doubt, else by its
 * name. An archive gives those of its members, each under the member's name, and what is wrong with one of them is said
 * in its row. Whatever a reader throws is a failed row as well.
 */
export type PartsOptions = {
  /** Members of the archive that are passed over, from the first on: they were read before. */
  readonly from?: number
  /** Told before a member of the archive is read: its place and its name. */
  readonly onMember?: (place: number, name: string) => void
}

/** How many archives may lie in one another. */
const DEEPEST = 2

/** Where in the archives of the outermost file we are, and what may still come out of it. */
type Nesting = { readonly depth: number; readonly budget: UnpackBudget }

export async function* partsOf(
  file: SourceFile,
  options: PartsOptions = {},
  nesting: Nesting = { depth: 1, budget: new UnpackBudget(file.bytes.length) },
): AsyncGenerator<Part> {
  const shown = { ...file, name: shownName(file.name) }
  const { bytes, name } = shown
  const signature = signatureOf(bytes)
  if (signature === 'ole') return yield refused(oldOffice(name))
  if (signature === 'zip' || /\.zip$/i.test(name)) return yield* partsOfZip(shown, options, nesting)
  const format = (signature && formatOf(`.${signature}`)) || formatOf(name)
  if (format) yield* partsIn(format, shown)
  else yield refused(unreadableKind(name))
}

export const unreadableKind = (name: string): string =>
  `“${name}” is of a kind that cannot be read. What can be read: ${readableEndings()}.`

const oldOffice = (name: string): string =>
  `“${name}” is a file of an old office program, or protected by a password; save it as .docx without one and import that.`

const refused = (sentence: string, part: string | null = null): Part => ({
  part,
  reading: failed(sentence),
})

async function* partsIn(format: FormatId, file: SourceFile): AsyncGenerator<Part> {
  try {
    yield* await READERS[format].read(file)
  } catch {
    yield refused(damaged(format, file.name))
  }
}

const damaged = (format: FormatId, name: string): string =>
  `“${name}” could not be read: it is damaged, or no ${FORMATS[format].title}.`

/** True for formats whose files are archives that say in a member of a certain name what they are. */
const isPacked = (format: FormatId): boolean =>
  ['word', 'spreadsheet', 'book', 'open-document'].includes(format)

async function* partsOfZip(file: SourceFile, options: PartsOptions, nesting: Nesting): AsyncGenerator<Part> {
  const { depth, budget } = nesting
  const members = await membersOf(file.bytes, file.name)
  if (!members.ok) return yield refused(members.problem.sentence)
  const format = formatOf(`.${packedFormat(members.value.map(({ name }) => name))}`)
  if (format) return yield* partsIn(format, file)
  const named = formatOf(file.name)
  if (named && isPacked(named)) return yield refused(damaged(named, file.name))
  if (depth > DEEPEST)
    return yield refused(`“${file.name}” lies in too many other archives; please unpack it yourself.`)
  if (budget.takeMembers(members.value.length))
    yield* partsOfMembers(file, members.value.filter(isArticle), { ...options, ...nesting })
  if (depth === 1 && budget.problem)
    yield refused(`“${file.name}” ${budget.problem}; the rest was left in it.`)
}

const isArticle = ({ name }: Member): boolean =>
  !isOfTheSystem(name) && (isZip(name) || formatOf(name) !== undefined)

const isZip = (name: string): boolean => /\.zip$/i.test(name)

/** What macOS puts into archives, and hidden files. */
const isOfTheSystem = (name: string): boolean => /(?:^|\/)(?:__MACOSX\/|\.[^./])/.test(name)

async function* partsOfMembers(
  archive: SourceFile,
  members: readonly Member[],
  { from = 0, onMember, ...nesting }: PartsOptions & Nesting,
): AsyncGenerator<Part> {
  if (members.length === 0) yield refused(holdsNothing(archive.name))
  for (const [place, member] of members.entries()) {
    if (place < from) continue
    onMember?.(place, shownName(member.name))
    yield* partsOfMember(archive, member, nesting)
    if (nesting.budget.problem) return
  }
}

const holdsNothing = (name: string): string =>
  `“${name}” holds nothing that can be read. What can be read: ${readableEndings()}.`

async function* partsOfMember(
  { choices }: SourceFile,
  member: Member,
  { depth, budget }: Nesting,
): AsyncGenerator<Part> {
  const name = shownName(member.name)
  const bytes = await member.unpack()
  if (!bytes.ok) return yield refused(bytes.problem.sentence, name)
  if (!budget.takeBytes(bytes.value.length)) return
  const inside = { name: lastOf(member.name), bytes: bytes.value, choices }
  for await (const { part, reading } of partsOf(inside, {}, { depth: depth + 1, budget }))
    yield { part: part === null ? name : `${name} › ${part}`, reading }
}

const lastOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1)
