import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createWorkspace, type Workspace } from '#electron/library/workspace.ts'
import { importPaths } from './import-files.ts'
import { ImportLedger } from './import-ledger.ts'
import { parserHere } from './testing/parser-here.ts'

let folder: string
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  const created = await createWorkspace(join(folder, 'workspace'), { name: 'Test' })
  if (!created.ok) throw new Error(created.problem.sentence)
  workspace = created.value
})
afterEach(() => rm(folder, { recursive: true }))

async function files(...contents: string[]): Promise<string[]> {
  const paths = contents.map((_, i) => join(folder, `${i}.txt`))
  await Promise.all(paths.map((path, i) => writeFile(path, contents[i] as string)))
  return paths
}

/** Imports with a parser that says what it was given; cancels after so many files. */
async function imported(paths: readonly string[], ledger: ImportLedger, cancelAfter?: number) {
  const read: string[] = []
  const cancel = new AbortController()
  const report = await importPaths(workspace, paths, {
    parser: {
      ...parserHere,
      read: (file) => {
        read.push(file.name)
        return parserHere.read(file)
      },
    },
    ledger,
    signal: cancel.signal,
    onProgress: ({ done }) => {
      if (done + 1 === cancelAfter) cancel.abort()
    },
  })
  const outcomes = report.files.map(({ outcome, reason }) => reason ?? outcome)
  return { read, outcomes, notTried: report.notTried }
}

it('an import that was cut off goes on, and reads no file again that was done', async () => {
  const paths = await files('Truce holds', 'Pact signed', 'Truce holds', 'Dockers strike')
  expect(await imported(paths, await ImportLedger.begin(workspace), 3)).toMatchObject({ notTried: 1 })
  const rest = await imported(paths, await ImportLedger.goOn(workspace))
  expect(rest).toEqual({
    read: ['2.txt', '3.txt'],
    outcomes: ['imported', 'imported', 'duplicate', 'imported'],
    notTried: 0,
  })
})

it('reads again what has changed, what went wrong, and what is gone from the workspace', async () => {
  const paths = await files('Truce holds', '', 'Pact signed')
  const first = await imported(paths, await ImportLedger.begin(workspace))
  expect(first.outcomes).toEqual(['imported', '“1.txt” is empty.', 'imported'])
  await writeFile(paths[0] as string, 'Truce ends')
  await rm(join(workspace.root, 'articles'), { recursive: true })
  const again = await imported(paths, await ImportLedger.goOn(workspace))
  expect(again.read).toEqual(['0.txt', '1.txt', '2.txt'])
})

it('stands half a line at its end, as a kill leaves it, and begins empty', async () => {
  const paths = await files('Truce holds', 'Pact signed')
  await imported(paths, await ImportLedger.begin(workspace))
  await appendFile(join(workspace.root, '.glosswright', 'importing.jsonl'), '{"file":"ab')
  expect((await imported(paths, await ImportLedger.goOn(workspace))).read).toEqual([])
  expect((await imported(paths, await ImportLedger.begin(workspace))).outcomes).toEqual([
    'duplicate',
    'duplicate',
  ])
})
