import { cp, mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fileArticle, linesOf } from '#electron/brought/testing/brought-desk.ts'
import { zipOf } from '#electron/import/zip-of.ts'
import { tempFolder } from '#electron/library/testing/temp-workspace.ts'
import { filesOf, mergeInto, previewOf } from './testing/merge-desk.ts'
import { SHARED, twoDesks } from './testing/two-desks.ts'

it('refuses what was made to harm, file by file, and merges the rest', async () => {
  const { ours, theirs, there, own } = await twoDesks()
  const outside = join(await tempFolder(), 'secret.json')
  await cp(join(theirs.root, `annotators/Bo/${there.article.id}.json`), outside)
  const at = (name: string) => join(theirs.root, name)
  await mkdir(at('annotators/Cy'))
  await symlink(outside, at(`annotators/Cy/${there.article.id}.json`))
  await symlink(await tempFolder(), at('annotators/Di'))
  await writeFile(at(`annotators/Bo/${own.article.id}.json`), '{"format": "glosswright/annotations", ')
  await writeFile(at(`annotators/Bo/${own.article.id} (conflicted copy).json`), '{}')
  await writeFile(at('annotators/Bo/actors.json'), '{"format": "glosswright/actors", "version": 99}')
  await writeFile(at('articles/gone-00000000.json'), '{}')
  await writeFile(at('annotators/Bo/lost-11111111.json'), '{}')
  await mkdir(at('annotators/Bo/other-22222222.json'))
  await writeFile(at('annotators/Cy/actors.json'), '')
  await truncate(at('annotators/Cy/actors.json'), 65 * 1024 * 1024)
  const report = await mergeInto(ours, theirs.root, { Bo: 'Bo', Cy: 'Cy' })
  expect(report).toMatchObject({ newArticles: 1, annotations: 2, actors: 0 })
  expect(report.refused.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
    expect.stringMatching(/^annotators\/Bo\/actors.json: .* newer Glosswright/),
    'annotators/Bo/lost-11111111.json: Its article is not there, or was refused.',
    expect.stringMatching(/ \(conflicted copy\).json: This is a sync tool’s copy/),
    expect.stringMatching(/^annotators\/Bo\/of-cafe[^ ]*.json: .* is damaged/),
    'annotators/Bo/other-22222222.json: This is no file.',
    'annotators/Cy/actors.json: It is larger than any file of Glosswright’s.',
    expect.stringMatching(/^annotators\/Cy\/.*.json: It is a link/),
    expect.stringMatching(/^annotators\/Di: It is a link/),
    expect.stringMatching(/^articles\/gone-00000000.json: .* is not a Glosswright article/),
  ])
  expect(Object.keys(await filesOf(ours, 'annotators/Cy'))).toEqual([])
})

it('refuses members of an archive that lead out of it, and writes nothing there', async () => {
  const { ours, theirs } = await twoDesks()
  const members = Object.entries(await filesOf(theirs)).map(([name, content]) => ({
    name,
    bytes: Buffer.from(content, 'latin1'),
  }))
  const evil = { name: 'articles/../../../evil-00000000.json', bytes: Buffer.from('{}') }
  const zip = join(await tempFolder(), 'desk.zip')
  await writeFile(zip, zipOf([...members, evil]))
  const { refused, annotations } = await mergeInto(ours, zip)
  expect(annotations).toBe(3)
  expect(refused).toEqual([{ file: evil.name, line: null, reason: 'Its name leads out of the archive.' }])
})

it('trusts nothing that a dataset says of itself', async () => {
  const { ours } = await twoDesks()
  const evil = fileArticle(SHARED, [{ on: 'Norland', annotator: '../Bo' }])
  const out = fileArticle('Vesteria refused.', [], { id: '../../out' })
  const other = fileArticle('The lock is shut.', [], { sha256: out.sha256, id: 'the-lock-12345678' })
  const good = fileArticle('The tide turns.', [{ on: 'The tide', annotator: 'Bo' }])
  const file = join(await tempFolder(), 'evil.jsonl')
  await writeFile(file, linesOf([evil, out, other, good]))
  const { refused, annotations } = await mergeInto(ours, file)
  expect(annotations).toBe(1)
  expect(refused.map(({ reason }) => reason)).toEqual([
    'Its id is none that an article can have.',
    expect.stringContaining('cannot be the name of a folder'),
    'The text is not the one that its sha256 was made of.',
  ])
})

it('says what is no work to merge, and that a workspace is not merged with itself', async () => {
  const { ours } = await twoDesks()
  const file = join(await tempFolder(), 'notes.json')
  await writeFile(file, '{"articles": []}')
  for (const [path, sentence] of [
    [ours.root, 'This is the workspace that is open here'],
    [file, 'is no archive of a workspace'],
    [await tempFolder(), 'is not a Glosswright workspace'],
    [join(ours.root, 'nowhere'), 'is not there'],
  ] as const) {
    expect(await previewOf(path, ours)).toMatchObject({
      problem: { sentence: expect.stringContaining(sentence) },
    })
  }
})
