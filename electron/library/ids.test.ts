import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotatorName, insideWorkspace, isArticleId, personName } from './ids.ts'
import { slugOf } from './slug.ts'
import { tempFolder } from './testing/temp-workspace.ts'

test.each(['harbour-talks-0a1b2c3d', 'A', 'x.y_z-1'])('%j is an article id', (id) => {
  expect(isArticleId(id)).toBe(true)
})

test.each([
  '',
  '.',
  '..',
  '../x',
  'a..b',
  '.a',
  '-a',
  'a/b',
  'a\\b',
  'a b',
  'é',
  'a\0',
  'a\n',
  'a.sync-conflict-1',
  'x'.repeat(129),
])('%j is no article id', (id) => {
  expect(isArticleId(id)).toBe(false)
})

test.each(['Ana', 'Ana Ruiz', 'O’Neill', "d'Arcy", 'Ли Вэй', '李伟', 'زهرا', 'ana.ruiz', 'con man'])(
  '%j can be an annotator',
  (name) => {
    expect(annotatorName(name)).toEqual({ ok: true, value: name })
  },
)

test('an annotator’s name is trimmed and composed', () => {
  expect(annotatorName('  Rene\u0301 ')).toEqual({ ok: true, value: 'Ren\u00e9' })
})

test.each([
  ...[
    '',
    '  ',
    '.',
    '..',
    '.ana',
    'ana.',
    'a/b',
    'a\\b',
    'a:b',
    'a*',
    'a?',
    '"a"',
    'a<b',
    'a|b',
    'a\0',
    'a\tb',
  ],
  ...['con', 'NUL', 'nul.txt', 'Com1', 'lpt9.json', 'a\u202eb', '\ud800', 'x'.repeat(65)],
])('%j can be no annotator, and one sentence says so', (name) => {
  expect(annotatorName(name)).toMatchObject({
    ok: false,
    problem: { sentence: expect.stringMatching(/\.$/) },
  })
})

test('whatever is asked for, the answer lies in the workspace or is no', async () => {
  const root = join(await tempFolder(), 'desk')
  await mkdir(root)
  const parts = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '',
      '/',
      '~',
      'C:\\',
      '%2e%2e',
      '..%5c',
      '\0',
      'articles',
      '\\\\host\\share',
      '...',
    ),
    fc.string({ unit: 'binary' }),
  )
  const property = fc.asyncProperty(
    fc.array(parts, { maxLength: 6 }),
    fc.constantFrom('/', '\\', ''),
    async (some, by) => {
      const path = await insideWorkspace(root, some.join(by))
      if (path.ok) expect(`${resolve(path.value)}${sep}`.startsWith(`${root}${sep}`)).toBe(true)
    },
  )
  await fc.assert(property, { numRuns: 500 })
})

test.each([['..'], ['../x'], ['/etc/passwd'], ['articles', '..', '..', 'x'], ['a\0b']])(
  '%j is outside',
  async (...parts) => {
    const root = await tempFolder()
    expect(await insideWorkspace(root, ...parts)).toMatchObject({ ok: false })
  },
)

test('a link that leads out is not followed, not even to something that is not there yet', async () => {
  const folder = await tempFolder()
  const root = join(folder, 'desk')
  await mkdir(join(root, 'articles'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'x')
  await symlink(folder, join(root, 'out'))
  await symlink(join(folder, 'secret.txt'), join(root, 'articles', 'a.txt'))
  await symlink(join(folder, 'not-there'), join(root, 'articles', 'b.txt'))
  await symlink(join(root, 'articles'), join(root, 'in'))
  for (const path of ['out', 'out/secret.txt', 'out/new/file', 'articles/a.txt', 'articles/b.txt']) {
    expect(await insideWorkspace(root, path)).toMatchObject({ ok: false })
  }
  expect(await insideWorkspace(root, 'in', 'c.txt')).toMatchObject({ ok: true })
  expect(await insideWorkspace(root, 'articles', 'c.txt')).toMatchObject({ ok: true })
})

test('a file where a folder should be is told as that, not as a way out', async () => {
  const root = await tempFolder()
  await writeFile(join(root, 'articles'), '')
  await expect(insideWorkspace(root, 'articles', 'a.txt')).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test('a workspace that is itself reached by a link is a workspace', async () => {
  const folder = await tempFolder()
  await mkdir(join(folder, 'desk'))
  await symlink(join(folder, 'desk'), join(folder, 'link'))
  expect(await insideWorkspace(join(folder, 'link'), 'articles', 'a.txt')).toMatchObject({ ok: true })
})

test.each([
  ['Harbour talks end', 'harbour-talks-end'],
  ['  Don’t “PANIC” — yet!  ', 'dont-panic-yet'],
  ['Élysée, Málaga & Łódź', 'elysee-malaga-odz'],
  ['港口会谈', 'article'],
  ['', 'article'],
  [
    'one two three four five six seven eight nine ten eleven',
    'one-two-three-four-five-six-seven-eight-nine-ten',
  ],
  ['x'.repeat(60), 'x'.repeat(48)],
])('the title %j gives the slug %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

test('the name of the gold is an annotator’s, and nobody’s who annotates', () => {
  expect(annotatorName('gold')).toEqual({ ok: true, value: 'gold' })
  for (const typed of ['gold', ' Gold ', 'GOLD']) expect(personName(typed)).toMatchObject({ ok: false })
  expect(personName('Goldie')).toEqual({ ok: true, value: 'Goldie' })
})
