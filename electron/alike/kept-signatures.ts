import { keepDerived, readDerived } from '#electron/library/derived-file.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { Breath } from '#electron/survey/breath.ts'
import { SIGNATURE_LENGTH, type Signature } from '#shared/domain/near-duplicates.ts'

/**
 * The signatures of a workspace's articles, kept from one start to the next: a line an article, its id and its signature.
 * An id holds the hash of its text, which never changes, so that no line is ever out of date. Whoever deletes the file
 * waits once until all articles are read again.
 */
const NAME = 'alike/signatures-1.txt'

export async function readSignatures(workspace: Workspace, breath: Breath): Promise<Map<string, Signature>> {
  const content = (await readDerived(workspace, NAME)) ?? ''
  const signatures = new Map<string, Signature>()
  for (const line of content.split('\n')) {
    await breath.ifDue()
    const [id, code = ''] = line.split(' ')
    const bytes = Buffer.from(code, 'base64')
    if (id && bytes.length === 4 * SIGNATURE_LENGTH) signatures.set(id, signatureFrom(bytes))
  }
  return signatures
}

export async function keepSignatures(
  workspace: Workspace,
  signatures: ReadonlyMap<string, Signature>,
): Promise<void> {
  if (workspace.access.kind !== 'write') return
  const lines = [...signatures].map(([id, signature]) => `${id} ${bytesOf(signature).toString('base64')}\n`)
  await keepDerived(workspace, NAME, lines.join(''))
}

/** Low byte first, on every machine. */
function bytesOf(signature: Signature): Buffer {
  const bytes = Buffer.alloc(4 * SIGNATURE_LENGTH)
  for (const [index, value] of signature.entries()) bytes.writeUInt32LE(value, 4 * index)
  return bytes
}

const signatureFrom = (bytes: Buffer): Signature =>
  Uint32Array.from({ length: SIGNATURE_LENGTH }, (_, index) => bytes.readUInt32LE(4 * index))
