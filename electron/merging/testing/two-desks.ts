import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { must, tempFolder, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import { openWorkspace, type Workspace } from '#electron/library/workspace.ts'
import { newActor } from '#shared/domain/actor.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { mark, marking, now } from '#shared/testing/samples.ts'
import { articleOf, say } from './merge-desk.ts'

export const SHARED = 'Norland 🛳️ promised help, and Vesteria refused.'
export const NEWER = '2026-03-01T00:00:00.000Z'
export const ORIGINAL = Buffer.from('<p>Caf\u00e9</p>', 'latin1')

export const added = (annotation: Annotation) => marking(annotation).changes

/** Ana has marked the shared article; Bo, elsewhere, the shared one and one of his own, made from a page. */
export async function twoDesks() {
  const [ours, theirs] = [await tempWorkspace(), await tempWorkspace()]
  const here = await articleOf(ours, SHARED)
  await say(ours, 'Ana', here, added(mark('a1', 0, 7)))
  const there = await articleOf(theirs, SHARED)
  const own = await articleOf(theirs, 'Café talks ended.', {
    original: ORIGINAL,
    provenance: { encoding: 'iso-8859-1', certainty: 80, byteOrderMark: false, original: 'html' },
  })
  const linked = { ...mark('b1', 0, 7), actor: 'norland' }
  await say(theirs, 'Bo', there, [...added(linked), ...added(mark('b2', 10, 18))])
  await say(theirs, 'Bo', own, added(mark('b3', 0, 4)))
  const norland = newActor({ id: 'norland', name: 'Norland', now })
  await say(theirs, 'Bo', null, [{ kind: 'actor', id: 'norland', before: null, after: norland }])
  return { ours, theirs, here, there, own }
}

export async function copyOf({ root }: Workspace): Promise<Workspace> {
  const copy = join(await tempFolder(), 'copy')
  await cp(root, copy, { recursive: true })
  return must(await openWorkspace(copy))
}
