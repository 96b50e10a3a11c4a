import { readdirSync } from 'node:fs'
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { exportAs } from '#electron/export/export-as.ts'
import { makeExampleWorkspace } from '#electron/export/testing/example-workspace.ts'
import { openWorkspace } from '#electron/library/workspace.ts'
import { everythingAs } from '#shared/format/export-settings.ts'
import { workspaceProblems } from './workspace-problems.ts'

let workspace: string

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'check-'))
  await makeExampleWorkspace(workspace)
})
afterEach(() => rm(workspace, { recursive: true }))

async function problems(): Promise<string[]> {
  const opened = await openWorkspace(workspace)
  return opened.ok ? workspaceProblems(opened.value) : [opened.problem.sentence]
}

const [FERRIES, TRUCE] = ['norland-promises-night-ferries-d28cdbf3', 'truce-holds-in-the-hills-61ea58ec']
const annotations = (annotator: string, id: string): string =>
  join(workspace, 'annotators', annotator, `${id}.json`)

async function review(id: string, content: string): Promise<void> {
  await mkdir(join(workspace, 'annotators/Mira/reviews'))
  await writeFile(join(workspace, `annotators/Mira/reviews/${id}.json`), content)
}

it('is content with a good workspace, and writes nothing', async () => {
  const before = readdirSync(workspace, { recursive: true })
  expect(await problems()).toEqual([])
  expect(readdirSync(workspace, { recursive: true })).toEqual(before)
})

it.each<[string, () => Promise<unknown>, string]>([
  ['a changed text', () => appendFile(join(workspace, `articles/${FERRIES}.txt`), '!'), 'changed outside'],
  ['a lost text', () => rm(join(workspace, `articles/${FERRIES}.txt`)), 'is gone'],
  ['an unreadable article', () => writeFile(join(workspace, `articles/${TRUCE}.json`), '{'), 'is damaged'],
  [
    'a half import',
    () => writeFile(join(workspace, 'articles/a-00000000.txt'), 'A'),
    'import the article again',
  ],
  ['cut annotations', () => writeFile(annotations('Mira', FERRIES), '{"format'), 'is damaged'],
  ['a shifted mark', () => replaceIn(annotations('Mira', FERRIES), '"start":45', '"start":44'), '“m1” says'],
  [
    'a newer file',
    () => replaceIn(annotations('Mira', FERRIES), '"version": 2', '"version": 9'),
    'newer Glosswright',
  ],
  [
    'an orphan',
    () => cp(annotations('Mira', FERRIES), annotations('Mira', 'gone-00000000')),
    'belongs to no article',
  ],
  ['a damaged review', () => review(FERRIES, '{'), 'is damaged'],
  ['a review of nothing', () => review('gone-00000000', '{}'), 'belongs to no article'],
  ['a damaged team', () => writeFile(join(workspace, 'team.json'), '{'), '“team.json” is damaged'],
  [
    'a conflict copy of a review',
    () => review(`${FERRIES}.sync-conflict-20260105-101112-ABCDEFG`, '{}'),
    'conflict copy',
  ],
  [
    'a conflict copy',
    () => writeFile(annotations('Mira', `${FERRIES} (Ann's conflicted copy 2026-01-05)`), '{}'),
    'conflict copy',
  ],
  [
    'a Syncthing copy',
    () => writeFile(annotations('Mira', `${FERRIES}.sync-conflict-20260105-1-ABC`), '{}'),
    'conflict copy',
  ],
  [
    'a Syncthing copy of an article',
    () =>
      cp(
        join(workspace, `articles/${TRUCE}.json`),
        join(workspace, `articles/${TRUCE}.sync-conflict-20260105-1.json`),
      ),
    'conflict copy',
  ],
  ['merge marks', () => writeFile(join(workspace, 'kept.json'), '{\n<<<<<<< ours\n'), 'conflict marks'],
  ['two titles', contradictTitle, 'The title of'],
  ['two dates, one of them none', contradictDate, 'The date of publication of'],
])('finds %s, and says so once', async (_, damage, words) => {
  await damage()
  expect(await problems()).toEqual([expect.stringContaining(words)])
})

it.each<[string, () => Promise<unknown>, string[]]>([
  [
    'labels that the scheme does not know',
    () => replaceIn(annotations('Mira', FERRIES), '"label":"commitment"', '"label":"promise"'),
    [`“${FERRIES}”: the annotation “m3” has the label “promise”, which the scheme does not know.`],
  ],
  [
    'roles and links that point to a mark that is gone',
    () => replaceIn(annotations('Mira', FERRIES), /^.*"id":"m5".*\n/m, ''),
    [`“${FERRIES}”: the annotation “m7” is linked (“responds-to”) to “m5”, which is not there.`],
  ],
  [
    'more than one of them',
    () => replaceIn(annotations('Mira', FERRIES), /^.*"id":"(m1|m2)".*\n/gm, ''),
    [
      `“${FERRIES}”: the annotation “m3” has somebody as “committer” who is not there.`,
      `“${FERRIES}”: the annotation “m3” has somebody as “source” who is not there.`,
      `“${FERRIES}”: the annotation “m5” has somebody as “accuser” who is not there.`,
    ],
  ],
])('tells of %s, as the export would', async (_, damage, wanted) => {
  await damage()
  expect(await problems()).toEqual(wanted)
  const opened = await openWorkspace(workspace)
  if (!opened.ok) throw new Error(opened.problem.sentence)
  const report = await exportAs(opened.value, everythingAs('glosswright'), {
    out: join(workspace, 'dataset.json'),
  })
  expect(report).toMatchObject({ problem: { sentence: expect.stringContaining(wanted[0] as string) } })
})

it('tells of damage and copies nothing aside', async () => {
  await writeFile(annotations('Mira', FERRIES), '{"format')
  const before = readdirSync(workspace, { recursive: true })
  await problems()
  expect(readdirSync(workspace, { recursive: true })).toEqual(before)
})

it('goes on where one folder cannot be read', async () => {
  await writeFile(join(workspace, 'sources'), '')
  await replaceIn(join(workspace, `articles/${FERRIES}.json`), '"original": null', '"original": "html"')
  await writeFile(join(workspace, 'articles/a-00000000.txt'), 'A')
  expect(await problems()).toEqual([
    expect.stringContaining('import the article again'),
    `“${join(workspace, 'sources')}” could not be read: a file is where a folder should be; please move that file away.`,
  ])
})

async function replaceIn(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '')
  await writeFile(file, text.replace(from, to))
}

async function contradictTitle(): Promise<void> {
  const theirs = await readFile(annotations('Jonas', TRUCE), 'utf8')
  const mine = theirs.replaceAll('Jonas', 'Mira').replace('a second week', 'a third week')
  await writeFile(annotations('Mira', TRUCE), mine)
}

/** Of what was corrected in one way alone nothing is said. */
async function contradictDate(): Promise<void> {
  const theirs = await readFile(annotations('Jonas', TRUCE), 'utf8')
  const dated = (date: string) =>
    theirs.replace('"corrections": {', `"corrections": {"byline": "Ada", "published": ${date},`)
  await writeFile(annotations('Jonas', TRUCE), dated('null'))
  await writeFile(annotations('Mira', TRUCE), dated('"2016-06-14"').replaceAll('Jonas', 'Mira'))
}
