import { DEEPEST_XML, walkXml } from '#electron/import/xml/walk-xml.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { decodeText } from '../decode.ts'
import { type Member, membersOf } from '../zip.ts'
import type { Stored } from '../zip-of.ts'

/**
 * The XML parts of an office document, unpacked and looked at before any library sees them: a few kilobytes of zip can
 * hold more elements, or deeper ones, than a library has memory for. Pictures and all else are left packed.
 */
export type OfficeParts = {
  readonly stored: readonly Stored[]
  /** Of the part of that name; null where there is none, or none that is text. */
  readonly xmlOf: (name: string) => string | null
}

type Wish = {
  /** Elements of all parts together. */
  readonly elements: number
  /** Which of the parts that are XML are read; all where it is not said. */
  readonly isWanted?: (name: string) => boolean
}

const MOST_MEMBERS = 5000

export async function officeParts(
  bytes: Uint8Array,
  name: string,
  { elements, isWanted = () => true }: Wish,
): Promise<Result<OfficeParts>> {
  const members = await membersOf(bytes, name)
  if (!members.ok) return members
  if (members.value.length > MOST_MEMBERS)
    return failed(`“${name}” has too many parts to be read; please get another copy of it.`)
  const stored: Stored[] = []
  let left = elements
  for (const member of members.value.filter((one) => isXml(one) && isWanted(one.name))) {
    const part = await checkedPart(member, name, left)
    if (!part.ok) return part
    left -= part.value.elements
    stored.push(part.value.stored)
  }
  return ok({ stored, xmlOf: (wanted) => textOf(stored, wanted) })
}

const isXml = ({ name }: Member): boolean => /\.(?:xml|rels)$/i.test(name)

type Checked = { readonly stored: Stored; readonly elements: number }

async function checkedPart(member: Member, name: string, elements: number): Promise<Result<Checked>> {
  const bytes = await member.unpack()
  if (!bytes.ok) return failed(`“${name}” cannot be read: ${bytes.problem.sentence}`)
  const xml = decodeText(bytes.value, member.name)
  if (!xml.ok) return failed(`“${name}” is damaged; please get another copy of it.`)
  const walked = walkXml(xml.value.text, `“${name}”`, { elements, depth: DEEPEST_XML })
  if (!walked.ok) return walked
  return ok({ stored: { name: member.name, bytes: bytes.value }, elements: walked.value })
}

function textOf(stored: readonly Stored[], wanted: string): string | null {
  const part = stored.find(({ name }) => name === wanted)
  const decoded = part && decodeText(part.bytes, wanted)
  return decoded?.ok ? decoded.value.text : null
}
