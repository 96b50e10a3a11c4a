import { readdirSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeExampleWorkspace } from '#electron/export/testing/example-workspace.ts'
import { ACA_1 } from '#shared/domain/aca-1.ts'
import { schemeToFile } from '#shared/format/scheme-file.ts'
import { terminalOn } from './terminal.ts'
import { run } from './testing/run.ts'

let folder: string
let workspace: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-'))
  await makeExampleWorkspace(join(folder, 'example'))
})
afterAll(() => rm(folder, { recursive: true }))

beforeEach(async () => {
  workspace = await mkdtemp(join(folder, 'workspace-'))
  await cp(join(folder, 'example'), workspace, { recursive: true })
})

/** Runs with `--json`; stdout must be one JSON document. */
async function json(...args: string[]) {
  const { status, stdout, stderr } = await run(...args, '--json')
  return { status, stderr, answer: JSON.parse(stdout) }
}

const [FERRIES, TRUCE] = ['norland-promises-night-ferries-d28cdbf3', 'truce-holds-in-the-hills-61ea58ec']

describe('init', () => {
  it('makes a folder into a workspace, whatever lies in it, and only once', async () => {
    const root = join(folder, 'new')
    await mkdir(root)
    await writeFile(join(root, 'mine.txt'), 'mine')
    expect(await run('init', root, '--name', 'Harbour talks')).toMatchObject({ status: 0, stderr: '' })
    expect(readdirSync(root)).toEqual(['glosswright.json', 'mine.txt'])
    expect(JSON.parse(await readFile(join(root, 'glosswright.json'), 'utf8')).name).toBe('Harbour talks')
    expect(await run('init', root)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('already'),
    })
  })
})

describe('init --scheme', () => {
  it('starts with a scheme out of a file, and with nothing where that is none', async () => {
    const [root, file] = [join(folder, 'schemed'), join(folder, 'scheme.json')]
    await writeFile(file, 'labels: none')
    expect(await run('init', root, '--scheme', file)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('scheme.json'),
    })
    await writeFile(file, schemeToFile({ ...ACA_1, title: 'Promises' }))
    expect(await run('init', root, '--scheme', file)).toMatchObject({ status: 0, stderr: '' })
    const { scheme } = JSON.parse(await readFile(join(root, 'glosswright.json'), 'utf8'))
    expect(scheme).toEqual({ ...ACA_1, title: 'Promises' })
  })
})

describe('import', () => {
  it('gives each file its row, and fails when one did', async () => {
    await mkdir(join(folder, 'in'))
    await writeFile(join(folder, 'in/a.txt'), 'Dockers end strike\n')
    await writeFile(join(folder, 'in/b.md'), '# Dockers end strike\n')
    await writeFile(join(folder, 'in/c.txt'), 'Dockers end strike\n')
    await writeFile(join(folder, 'in/d.txt'), '')
    const { status, stderr, answer } = await json('import', workspace, join(folder, 'in'))
    expect(status).toBe(1)
    expect(answer.files.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'imported',
      'imported',
      'duplicate',
      'failed',
    ])
    expect(answer.files[3].reason).toBe('“d.txt” is empty.')
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('“d.txt” is empty.')])
    const again = await json('import', workspace, join(folder, 'in/a.txt'))
    expect(again).toMatchObject({ status: 0, stderr: '', answer: { files: [{ outcome: 'duplicate' }] } })
  })
})

describe('list, show, formats', () => {
  it('lists what is there', async () => {
    const { answer } = await json('list', workspace)
    expect(answer.articles).toEqual([
      {
        id: FERRIES,
        title: 'Norland promises night ferries 🚢',
        source: null,
        published: null,
        status: 'done',
        counts: { accusation: 2, actor: 4, commitment: 1 },
      },
      {
        id: TRUCE,
        title: 'Truce holds in the hills for a second week',
        source: null,
        published: null,
        status: 'in progress',
        counts: { actor: 1 },
      },
    ])
    expect((await run('list', workspace)).stdout.trim().split('\n')).toHaveLength(2)
  })

  it('keeps the control codes of a text off the screen, and one mark on one line', async () => {
    const file = join(workspace, 'annotators/Jonas', `${TRUCE}.json`)
    await writeFile(file, (await readFile(file, 'utf8')).replace('a second week', 'a\\n\\u001b[31mweek'))
    expect((await run('show', workspace, TRUCE)).stdout.split('\n')).toEqual([
      'Truce holds in the hills for a [31mweek',
      'in progress',
      'actor: The League (Jonas)',
      '  actor: league',
      '',
    ])
  })

  it('shows below each mark what is said of it, in words', async () => {
    const { stdout } = await run('show', workspace, FERRIES)
    expect(stdout).toContain(
      [
        'accusation: denied the charge (Mira)',
        '  accused: “Vesteria”',
        '  accuser: unknown',
        '  polarity: denied',
        '  responds-to: “accused Vesteria of blocking the strait”',
        '  unsure',
        '  note: Who in Vesteria?',
      ].join('\n'),
    )
    expect(stdout).toContain('  beneficiary: the-strait-states\n')
  })

  it('shows the article as the dataset has it', async () => {
    const out = join(folder, 'show.json')
    await run('export', workspace, '--format', 'glosswright', '--out', out)
    const dataset = JSON.parse(await readFile(out, 'utf8'))
    expect((await json('show', workspace, FERRIES)).answer).toEqual(dataset.articles[0])
    const others = await json('show', workspace, FERRIES, '--annotator', 'Jonas')
    expect(others.answer).toMatchObject({ status: 'new', annotations: [] })
  })

  it.each([
    ['no-such-article', []],
    ['../../etc/passwd', []],
    [FERRIES, ['--annotator', 'Nobody']],
  ])('has no answer for %s %j', async (id, options) => {
    const { status, stdout, stderr } = await run('show', workspace, id, ...options, '--json')
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({
      status: 1,
      stdout: '',
      lines: 1,
    })
  })

  it('knows the formats, what each of them can hold, and what articles are imported from', async () => {
    const { formats, imports } = (await json('formats')).answer
    expect(formats[0]).toMatchObject({
      id: 'glosswright',
      reads: true,
      writes: true,
      carries: { roles: 'all' },
    })
    expect(imports).toContainEqual(expect.objectContaining({ endings: expect.arrayContaining(['html']) }))
    const { stdout } = await run('formats')
    expect(stdout).toContain('\n  --options scheme=IOB2 (the default) | BILOU | IOB1  Tags\n')
    expect(stdout).toContain('\n  --options license=<text>  ')
    expect(stdout).toMatch(/^glosswright {2}Glosswright dataset \(JSON\): overlaps, /)
  })
})

describe('export and validate', () => {
  it('writes a dataset that holds', async () => {
    const out = join(folder, 'all.json')
    const { status, answer } = await json(
      'export',
      workspace,
      '--format',
      'glosswright',
      '--out',
      out,
      '--on-loss',
      'fail',
    )
    expect({ status, answer }).toEqual({
      status: 0,
      answer: { format: 'glosswright', articles: 2, annotations: 8, loss: [], beside: [] },
    })
    expect(await run('validate', out)).toMatchObject({ status: 0, stderr: '' })
  })

  it('takes the work of one annotator, and gold for that of “gold”', async () => {
    const out = join(folder, 'one.json')
    const options = ['--format', 'glosswright', '--out', out]
    expect((await json('export', workspace, ...options, '--annotator', 'Jonas')).answer.annotations).toBe(1)
    expect(await run('export', workspace, ...options, '--gold')).toMatchObject({ status: 1 })
    await rename(join(workspace, 'annotators/Jonas'), join(workspace, 'annotators/gold'))
    const file = join(workspace, 'annotators/gold', `${TRUCE}.json`)
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('Jonas', 'gold'))
    expect((await json('export', workspace, ...options, '--gold')).answer).toMatchObject({
      articles: 1,
      annotations: 1,
      beside: [{ kind: 'unadjudicated', count: 1 }],
    })
    expect((await run('export', workspace, ...options, '--gold')).stderr).toContain(
      'Also not in it: 1 article that was never adjudicated.',
    )
  })

  it('prints what is wrong with a dataset, one line each', async () => {
    const out = join(folder, 'damaged.json')
    await run('export', workspace, '--format', 'glosswright', '--out', out)
    await writeFile(
      out,
      (await readFile(out, 'utf8')).replace('"start":45', '"start":44').replace('denied the', 'denies the'),
    )
    const { status, stderr } = await run('validate', out)
    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('“m1” says'),
      expect.stringContaining('“m7” says'),
    ])
  })

  it.each(['{', '[]', '{"format":"glosswright/dataset","version":1e400}'])(
    'finds %s wrong',
    async (content) => {
      const file = join(folder, 'not.json')
      await writeFile(file, content)
      expect(await run('validate', file)).toMatchObject({ status: 1, stdout: '' })
      expect(await run('validate', join(folder, 'missing.json'))).toMatchObject({ status: 1, stdout: '' })
    },
  )
})

describe('wrong use', () => {
  it.each([
    [[]],
    [['nonsense']],
    [['list']],
    [['list', 'a', 'b']],
    [['list', '--colour']],
    [['annotate', 'w', '--annotator', 'N']],
    [['suggest', 'w', 'a']],
    [['reanchor', 'w', 'a']],
    [['agreement', 'w', '--annotators', 'Ana,']],
    [['export', 'w', '--out', 'f']],
    [['export', 'w', '--format', 'glosswright']],
    [['export', 'w', '--format', 'nonsense', '--out', 'f']],
    [['export', 'w', '--format', 'glosswright', '--out', 'f', '--gold', '--annotator', 'N']],
    [['export', 'w', '--format', 'glosswright', '--out', 'f', '--on-loss', 'maybe']],
  ])('%j: status 2, nothing on stdout', async (args) => {
    const { status, stdout, stderr } = await run(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^glosswright: /)
  })

  it('of a workspace that is none is a problem of the data', async () => {
    for (const command of ['list', 'check']) {
      expect(await run(command, join(folder, 'nowhere'), '--json')).toMatchObject({ status: 1, stdout: '' })
    }
  })
})

it('says its version and its help', async () => {
  expect(await run('--version')).toEqual({ status: 0, stdout: '0.0.0-test\n', stderr: '' })
  expect((await run('--help')).stdout).toContain('export <workspace> --format <id> --out <path>')
  expect((await run('import', '--help')).stdout).toContain('import <workspace> <file|folder>...')
})

describe('what is shown while a command runs', () => {
  it('stands in one line on a screen, and nowhere else', () => {
    const written: string[] = []
    const stderr = { write: (text: string) => written.push(text), isTTY: true, columns: 10 }
    const terminal = terminalOn({ write: () => true }, stderr)
    terminal.progress('[1/2] a long\nname.txt')
    terminal.endProgress()
    expect(written).toEqual(['\r\u001b[2K[1/2] a l', '\r\u001b[2K'])
  })
})
