import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

type Mark = { readonly id: string; readonly label: string; readonly text: string; readonly note?: string }

/** What one annotator has in the only article of a workspace is what another one has, but for what `change` makes of it. */
export async function copyMarks(
  workspace: string,
  from: string,
  to: string,
  change: (marks: readonly Mark[]) => readonly Mark[] = (marks) => marks,
): Promise<void> {
  const homes = path.join(workspace, 'annotators')
  const file = (await readdir(path.join(homes, from))).find((name) => name.endsWith('.json')) as string
  const record = JSON.parse(await readFile(path.join(homes, from, file), 'utf8'))
  const named = (record.annotations as readonly Mark[]).map((mark) => ({ ...mark, annotator: to }))
  const annotations = change(named.map((mark) => (from === to ? mark : { ...mark, id: `${to}-${mark.id}` })))
  await mkdir(path.join(homes, to), { recursive: true })
  await writeFile(path.join(homes, to, file), JSON.stringify({ ...record, annotator: to, annotations }))
}

/** Nobody shall see others' marks while annotating. */
export const annotateBlind = (workspace: string): Promise<void> =>
  writeFile(
    path.join(workspace, 'team.json'),
    JSON.stringify({ format: 'glosswright/team', version: 1, sight: 'blind', assignments: {} }),
  )
