import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { shownName } from './shown-name.ts'

/**
 * The members of a zip archive, which may have been made to harm. Everything that the archive says of itself is looked
 * at before a byte is unpacked: how many members, how large, how tightly packed, under what names. Then a member is
 * unpacked for as long as it keeps to what was said of it.
 */
export const ZIP_LIMITS = {
  members: 10_000,
  /** Of one member, unpacked. */
  memberBytes: 25 * 1024 * 1024,
  /** Of all members together, unpacked, with those of archives in the archive. */
  bytes: 256 * 1024 * 1024,
  /** Text is seldom packed to less than a tenth; what is packed to less than this was made to be. */
  ratio: 200,
}

/** Below this a member may be as tightly packed as it likes. */
const SMALL = 1024 * 1024

export type Member = {
  /** As the archive has it, with the folders on the way to it. */
  readonly name: string
  /** All its bytes, or one sentence. */
  readonly unpack: () => Promise<Result<Uint8Array>>
}

/** All members that are files, in the archive's order. @param name the archive's, for the sentences. */
export async function membersOf(bytes: Uint8Array, name: string): Promise<Result<readonly Member[]>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      decodeStrings: false,
    })
    const { members: most } = ZIP_LIMITS
    if (zip.entryCount > most)
      return failed(
        `“${name}” holds ${zip.entryCount.toLocaleString('en')} files; archives of up to ${most.toLocaleString('en')} are read.`,
      )
    return await listed(zip, name)
  } catch {
    return failed(`“${name}” is damaged, or no zip archive at all; please get it again.`)
  }
}

async function listed(zip: ZipFile, name: string): Promise<Result<readonly Member[]>> {
  const members: Member[] = []
  let declared = 0
  for await (const entry of zip.eachEntry()) {
    const memberName = nameOf(entry)
    if (memberName.endsWith('/')) continue
    declared += entry.uncompressedSize
    members.push({ name: memberName, unpack: () => unpacked(zip, entry, memberName) })
  }
  return declared > ZIP_LIMITS.bytes
    ? failed(`“${name}” would be too large unpacked (${megabytes(declared)} MB); please unpack it yourself.`)
    : ok(members)
}

const megabytes = (bytes: number): string => Math.ceil(bytes / 1024 / 1024).toLocaleString('en')

const nameOf = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true)

async function unpacked(zip: ZipFile, entry: Entry, memberName: string): Promise<Result<Uint8Array>> {
  const name = shownName(memberName)
  const why = refusalOf(entry, memberName)
  if (why) return failed(`“${name}” ${why}`)
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
    return ok(Buffer.concat(chunks))
  } catch {
    // yauzl ends a member that is larger or smaller than was said of it.
    return failed(`“${name}” is not what the archive says it is: its size or its bytes are wrong.`)
  }
}

/** Why a member is not unpacked, as the rest of a sentence. */
function refusalOf(entry: Entry, name: string): string | null {
  const { compressedSize, uncompressedSize: size } = entry
  if (leadsOut(name)) return 'has a name that leads out of the archive, so it was left there.'
  if (entry.isEncrypted()) return 'is protected by a password; please unpack the archive yourself.'
  if (!entry.canDecodeFileData())
    return 'is packed in a way we do not know; please unpack the archive yourself.'
  if (size > ZIP_LIMITS.memberBytes)
    return `is too large (${megabytes(size)} MB; the limit is ${megabytes(ZIP_LIMITS.memberBytes)} MB).`
  if (size > SMALL && size > compressedSize * ZIP_LIMITS.ratio)
    return `is packed ${Math.floor(size / Math.max(1, compressedSize)).toLocaleString('en')} times smaller than it is, as no honest text is.`
  return null
}

/** No name of a member is ever used as a path; one that leads out says what the archive was made for. */
const leadsOut = (name: string): boolean => /^[/\\]|^[a-z]:|\\/i.test(name) || name.split('/').includes('..')
