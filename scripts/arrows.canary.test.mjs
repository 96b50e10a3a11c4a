/**
 * Do the walls stand? A skeleton of the rooms with the real biome.json and tsconfigs gets one file per forbidden import,
 * once for its value and once for its type alone, and the linter or the compiler must refuse each of them. A few
 * allowed imports per room must pass both, or else a check that refuses everything would look sound.
 */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ALLOWED, FORBIDDEN } from './room-imports.mjs'
import { nodeTool } from './tools.mjs'

const project = path.join(import.meta.dirname, '..')
const CONFIGURATION = [
  ...['biome.json', 'package.json', '.gitignore', 'scripts/no-inline-import-types.grit'],
  ...['tsconfig.json', 'tsconfig.base.json', 'tsconfig.test.json'],
  ...['shared', 'electron', 'renderer', 'renderer/review-page', 'e2e', 'bench'].map(
    (room) => `${room}/tsconfig.json`,
  ),
]
const STUBS = [
  ...['domain', 'format', 'ipc', 'review', 'suggest', 'cleaning', 'anchoring', 'testing'].map(
    (room) => `shared/${room}/stub.ts`,
  ),
  ...['ipc/channels', 'ipc/contract'].map((name) => `shared/${name}.ts`),
  ...['library', 'import', 'export', 'propagation', 'brought', 'review', 'merging', 'cli', 'ipc'].map(
    (room) => `electron/${room}/stub.ts`,
  ),
  ...['electron/survey/stub.ts', 'electron/survey/breath.ts', 'electron/alike/stub.ts'],
  ...['electron/main.ts', 'renderer/bridge.ts', 'bench/stub.ts', 'e2e/stub.ts'],
  ...['state', 'ui', 'app', 'review-page', 'features/reader', 'features/library'].map(
    (room) => `renderer/${room}/stub.ts`,
  ),
]

/** Walls that are no import statement. */
const FORBIDDEN_CODE = {
  'renderer/app/window-bridge.ts': 'export const probe = window.bridge\n',
  'renderer/app/global-bridge.ts': 'export const probe = globalThis.bridge\n',
  'renderer/state/taken-bridge.ts': 'export const { bridge: probe } = window\n',
  'renderer/ui/node-global.ts': 'export const probe = process.cwd()\n',
  'renderer/app/inline-type.ts': "export type Probe = import('../features/reader/stub.ts').Shape\n",
  'shared/domain/dom-global.ts': 'export const probe = document.title\n',
  'shared/domain/node-global.ts': 'export const probe = process.cwd()\n',
  'shared/domain/cycle-a.ts': "import type { B } from './cycle-b.ts'\nexport type A = B\n",
  'shared/domain/cycle-b.ts': "import type { A } from './cycle-a.ts'\nexport type B = A | 1\n",
  'electron/preload.ts': "import * as it from 'zod'\nexport const probe = it\n",
  'shared/domain/reaching.test.ts': "import * as it from 'electron'\nexport const probe = it\n",
  'renderer/state/reaching.test.ts': "import * as it from '#electron/main.ts'\nexport const probe = it\n",
}

const FORMS = {
  value: (source) => `import * as it from '${source}'\nexport const probe = it\n`,
  type: (source) => `import type * as it from '${source}'\nexport type Probe = typeof it\n`,
}

let folder
let found

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'arrows-')))
  symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'))
  for (const file of CONFIGURATION) cpSync(path.join(project, file), path.join(folder, file))
  for (const file of STUBS)
    write(file, 'export const value = 1\nexport type Shape = { readonly value: number }\n')
  for (const [room, sources] of entriesOf(ALLOWED)) writeProbes(room, 'passed', sources)
  for (const [file, code] of Object.entries(FORBIDDEN_CODE)) write(file, code)
  // A forbidden import of Electron brings Node's globals along, so the compiler looks for those before there is one.
  const globals = compile()
  for (const [room, sources] of entriesOf(FORBIDDEN)) writeProbes(room, 'refused', sources)
  found = { linter: lint(), compiler: new Set([...globals, ...compile()]) }
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every forbidden import is refused, by the linter or the compiler', () => {
  const forbidden = [...probeFiles(FORBIDDEN, 'refused'), ...Object.keys(FORBIDDEN_CODE)]
  const caught = (by) => forbidden.filter((file) => found[by].has(file)).length
  console.log(
    `${forbidden.length} probes: ${caught('linter')} caught by the linter, ${caught('compiler')} by the compiler`,
  )
  expect(
    forbidden.filter((file) => !found.linter.has(file) && !found.compiler.has(file)).map(describe),
  ).toEqual([])
})

test('every allowed import passes both', () => {
  const allowed = probeFiles(ALLOWED, 'passed')
  expect(allowed.filter((file) => found.linter.has(file)).map(describe)).toEqual([])
  expect(allowed.filter((file) => found.compiler.has(file)).map(describe)).toEqual([])
})

const entriesOf = (rooms) => Object.entries(rooms)

function writeProbes(room, verdict, sources) {
  for (const [index, source] of sources.entries()) {
    for (const [form, code] of Object.entries(FORMS))
      write(probeFile(room, verdict, form, index), code(source))
  }
}

const probeFile = (room, verdict, form, index) => `${room}/${verdict}-${form}-${index}.ts`

const probeFiles = (rooms, verdict) =>
  entriesOf(rooms).flatMap(([room, sources]) =>
    sources.flatMap((_, index) => Object.keys(FORMS).map((form) => probeFile(room, verdict, form, index))),
  )

const describe = (file) => `${file}: ${readFileSync(path.join(folder, file), 'utf8').split('\n')[0]}`

function write(file, code) {
  const target = path.join(folder, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, code)
}

const lint = () =>
  complaints(
    '@biomejs/biome/bin/biome',
    ['lint', '--reporter=github', '--max-diagnostics=none', '.'],
    /,file=([^,]+),/g,
  )

const compile = () =>
  complaints('typescript/bin/tsc', ['-b', '--pretty', 'false'], /^([^\s(]+)\(\d+,\d+\): error/gm)

/** The files that a tool complains about, relative to the skeleton. */
function complaints(entry, args, pattern) {
  const [command, ...rest] = nodeTool(entry, ...args)
  const { stdout } = spawnSync(command, rest, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return new Set(
    Array.from(stdout.matchAll(pattern), ([, file]) => path.relative(folder, path.resolve(folder, file))),
  )
}
