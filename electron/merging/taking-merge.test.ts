import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exportAs } from '#electron/export/export-as.ts'
import { zipOf } from '#electron/import/zip-of.ts'
import { readRecord } from '#electron/library/records.ts'
import { must, tempFolder } from '#electron/library/testing/temp-workspace.ts'
import { openWorkspace, type Workspace } from '#electron/library/workspace.ts'
import { OTHER_VERSION_NOTE } from '#shared/domain/merge.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import { everythingAs } from '#shared/format/export-settings.ts'
import { mark, now } from '#shared/testing/samples.ts'

import { deskFor, filesOf, mergeInto, previewOf, say, travel } from './testing/merge-desk.ts'
import { added, copyOf, NEWER, ORIGINAL, twoDesks } from './testing/two-desks.ts'

it('adds what a colleague has: articles with their originals, annotators, actors, byte for byte', async () => {
  const { ours, theirs, own } = await twoDesks()
  expect(must(await previewOf(theirs.root, ours))).toEqual({
    ...{
      name: 'Desk',
      articlesHere: 1,
      articlesNew: 1,
      actors: 1,
      scheme: [],
      isNothingNew: false,
      refused: [],
    },
    annotators: [
      {
        name: 'Bo',
        as: 'Bo',
        isHere: false,
        articles: 2,
        annotations: 3,
        added: 3,
        changed: 0,
        same: 0,
        differing: 0,
      },
    ],
  })
  const before = await filesOf(ours)
  expect(await mergeInto(ours, theirs.root)).toEqual({
    ...{ articles: 2, newArticles: 1, annotations: 3, changed: 0, actors: 1, differing: 0, refused: [] },
  })
  const after = await filesOf(ours)
  expect(after).toMatchObject(await filesOf(theirs, 'annotators/'))
  expect(after).toMatchObject(await filesOf(theirs, 'articles/'))
  expect(after[`sources/${own.article.id}.html`]).toBe(ORIGINAL.toString('latin1'))
  expect(after).toMatchObject(before)
})

it('is one step: undone, everybody’s files are as they were, and new articles stay; redone, as after it', async () => {
  const { ours, theirs } = await twoDesks()
  const before = await filesOf(ours, 'annotators/')
  await mergeInto(ours, theirs.root)
  const after = await filesOf(ours)
  expect(await travel(ours, 'undo')).toMatchObject({ ok: true, value: { left: [] } })
  expect(await filesOf(ours, 'annotators/')).toEqual(before)
  expect(Object.keys(await filesOf(ours, 'articles/'))).toHaveLength(4)
  expect(await travel(ours, 'redo')).toMatchObject({ ok: true, value: { left: [] } })
  expect(await filesOf(ours)).toEqual(after)
})

it('changes nothing when the same is merged again, and makes no step', async () => {
  const { ours, theirs } = await twoDesks()
  await mergeInto(ours, theirs.root)
  const after = await filesOf(ours)
  const { done } = await stepsIn(ours)
  expect(await mergeInto(ours, theirs.root)).toMatchObject({ articles: 0, newArticles: 0, annotations: 0 })
  expect(await filesOf(ours)).toEqual(after)
  expect((await stepsIn(ours)).done).toEqual(done)
})

async function stepsIn(workspace: Workspace) {
  const { history, close } = await deskFor('Ana', workspace)
  const steps = history.read()
  await close()
  return steps
}

it('takes what a colleague has corrected since, in one version', async () => {
  const { ours, theirs, here, there } = await twoDesks()
  await mergeInto(ours, theirs.root)
  const [before, after] = [mark('b2', 10, 18), { ...mark('b2', 10, 18), label: 'commitment', updated: NEWER }]
  await say(theirs, 'Bo', there, [{ kind: 'annotation', id: 'b2', before, after }])
  expect(must(await previewOf(theirs.root, ours)).annotators).toMatchObject([
    { name: 'Bo', added: 0, changed: 1, same: 2, differing: 0 },
  ])
  expect(await mergeInto(ours, theirs.root)).toMatchObject({ annotations: 0, changed: 1, differing: 0 })
  const read = await readRecord(ours, 'Bo', here)
  expect(read.kind === 'ok' && [...read.document.annotations][1]).toEqual(after)
})

it('keeps both versions of marks that the same annotator changed on both sides, the older beside the newer', async () => {
  const { ours, theirs, here, there } = await twoDesks()
  await say(theirs, 'Ana', there, added({ ...mark('a1', 0, 7), label: 'commitment', updated: NEWER }))
  const [older, newer] = [mark('a2', 10, 18), { ...mark('a2', 10, 18), note: 'Newer.', updated: NEWER }]
  await say(theirs, 'Ana', there, added(older))
  await say(ours, 'Ana', here, added(newer))
  expect(must(await previewOf(theirs.root, ours)).annotators).toMatchObject([
    { name: 'Ana', as: 'Ana', isHere: true },
    { name: 'Bo' },
  ])
  expect(await mergeInto(ours, theirs.root)).toMatchObject({ differing: 2, annotations: 3 })
  const read = await readRecord(ours, 'Ana', here)
  expect(read.kind === 'ok' && [...read.document.annotations]).toEqual([
    { ...mark('a1', 0, 7), label: 'commitment', updated: NEWER },
    { ...mark('a1', 0, 7), id: 'a1-other', certainty: 'unsure', note: OTHER_VERSION_NOTE },
    newer,
    { ...older, id: 'a2-other', certainty: 'unsure', note: OTHER_VERSION_NOTE },
  ])
})

it('makes the same of the annotators’ files, whoever merges whose work', async () => {
  const { ours, theirs, there } = await twoDesks()
  const told = { ...mark('a1', 0, 7), note: 'The state.', updated: NEWER }
  await say(theirs, 'Ana', there, [...added(told), { kind: 'notes', before: '', after: 'Theirs.' }])
  const [a, b] = [await copyOf(ours), await copyOf(theirs)]
  await mergeInto(a, theirs.root)
  await mergeInto(b, ours.root)
  expect(await filesOf(a, 'annotators/')).toEqual(await filesOf(b, 'annotators/'))
})

it('gives a colleague with my name another one, and leaves out whom nobody named', async () => {
  const { ours, theirs, there } = await twoDesks()
  await say(theirs, 'Ana', there, added(mark('a9', 10, 18)))
  const before = await filesOf(ours)
  await mergeInto(ours, theirs.root, { Ana: 'Ana 2' })
  const after = await filesOf(ours)
  expect(Object.keys(after).filter((name) => !(name in before))).toEqual([
    `annotators/Ana 2/${there.article.id}.json`,
    expect.stringContaining('articles/'),
    expect.stringContaining('articles/'),
    expect.stringContaining('sources/'),
  ])
  expect(after[`annotators/Ana 2/${there.article.id}.json`]).toContain('"annotator":"Ana 2"')
})

it('adds what their scheme has, keeps ours where both mean something else, and tells it', async () => {
  const { ours, theirs } = await twoDesks()
  const before = theirs.manifest.scheme
  const [first, ...rest] = before.labels
  if (!first) throw new Error('The scheme has labels')
  const threat = { ...first, id: 'threat', title: 'Threat' }
  const twin = { ...threat, id: 'threat-2' }
  const after: Scheme = { ...before, labels: [{ ...first, title: 'Player' }, ...rest, threat, twin] }
  await say(theirs, 'Bo', null, [{ kind: 'scheme', before, after }])
  expect(must(await previewOf(theirs.root, ours)).scheme).toEqual([
    'The label “Player” means something else there; it stays as it is here',
    'New label “Threat” (threat)',
    'New label “Threat” (threat-2)',
  ])
  await mergeInto(ours, theirs.root)
  const { scheme } = must(await openWorkspace(ours.root)).manifest
  expect(scheme.labels).toEqual([
    ...ours.manifest.scheme.labels,
    { ...threat, key: '' },
    { ...twin, key: '' },
  ])
  await travel(ours, 'undo')
  expect(must(await openWorkspace(ours.root)).manifest).toEqual(ours.manifest)
})

it('unites reviews, rules and who shall do what', async () => {
  const { ours, theirs, here, there, own } = await twoDesks()
  const about = { annotator: 'Bo', id: 'b1' }
  const comment = { id: 'c1', about, kind: 'said', text: 'Why?', by: 'Cy', created: now } as const
  await say(theirs, 'Cy', there, [{ kind: 'comment', id: 'c1', before: null, after: comment }])
  const rule = { id: 'r1', source: 'Post', as: 'line', words: 'More', kind: 'other', created: now } as const
  await say(theirs, 'Bo', null, [
    { kind: 'rule', id: 'r1', before: null, after: rule },
    { kind: 'assignment', id: own.article.id, before: null, after: ['Bo', 'Cy'] },
    { kind: 'assignment', id: there.article.id, before: null, after: ['Bo'] },
  ])
  await say(ours, 'Ana', null, [{ kind: 'assignment', id: here.article.id, before: null, after: ['Ana'] }])
  const before = Object.keys(await filesOf(ours))
  await mergeInto(ours, theirs.root)
  const files = await filesOf(ours)
  expect(files[`annotators/Cy/reviews/${here.article.id}.json`]).toContain('Why?')
  expect(files['annotators/Bo/cleaning.json']).toContain('"words":"More"')
  const { assignments } = JSON.parse(files['team.json'] ?? '')
  expect(assignments).toEqual({ [here.article.id]: ['Ana', 'Bo'], [own.article.id]: ['Bo', 'Cy'] })
  await travel(ours, 'undo')
  const made = Object.keys(await filesOf(ours)).filter((name) => !before.includes(name))
  expect(made.every((name) => /^(articles|sources)\//.test(name))).toBe(true)
})

it('leaves no team behind that it has brought, once it is undone', async () => {
  const { ours, theirs, own } = await twoDesks()
  await say(theirs, 'Bo', null, [{ kind: 'assignment', id: own.article.id, before: null, after: ['Bo'] }])
  await mergeInto(ours, theirs.root)
  expect(Object.keys(await filesOf(ours))).toContain('team.json')
  await travel(ours, 'undo')
  expect(Object.keys(await filesOf(ours))).not.toContain('team.json')
})

it('reads a zip of a workspace, whatever folder it lies in there', async () => {
  const { ours, theirs } = await twoDesks()
  const files = await filesOf(theirs)
  const members = Object.entries(files).map(([name, content]) => ({
    name: `from Bo/desk/${name}`,
    bytes: Buffer.from(content, 'latin1'),
  }))
  const zip = join(await tempFolder(), 'desk.zip')
  await writeFile(zip, zipOf([{ name: 'from Bo/read me.txt', bytes: Buffer.from('Hello') }, ...members]))
  expect(await mergeInto(ours, zip)).toMatchObject({ newArticles: 1, annotations: 3, refused: [] })
  expect(await filesOf(ours)).toMatchObject(await filesOf(theirs, 'annotators/'))
})

it.each(['glosswright', 'glosswright-jsonl'])('reads a dataset of the format %s', async (format) => {
  const { ours, theirs, here } = await twoDesks()
  const out = join(await tempFolder(), format === 'glosswright' ? 'desk.json' : 'desk.jsonl')
  must(await exportAs(theirs, everythingAs(format), { out }))
  expect(await mergeInto(ours, out)).toMatchObject({ newArticles: 1, annotations: 3, refused: [] })
  // A dataset says of an article how far all have come with it, and of marks everything.
  const [record, told] = [await readRecord(ours, 'Bo', here), await readRecord(theirs, 'Bo', here)]
  if (record.kind !== 'ok' || told.kind !== 'ok') throw new Error('Both can be read')
  expect(record.document).toEqual({ ...told.document, status: 'in progress' })
  expect((await filesOf(ours))['annotators/Bo/actors.json']).toContain('norland')
})
