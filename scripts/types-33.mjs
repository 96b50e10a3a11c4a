/**
 * Compiles electron/ once more against the types of the fallback runtime, so that nothing is called that it
 * does not have.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { run } from './run.mjs'
import { nodeTool } from './tools.mjs'

const VERSION = '33.2.1'
const cache = path.join(import.meta.dirname, '..', '.cache')
const folder = path.join(cache, `electron-${VERSION}-types`)

/**
 * Compiles; prints what does not fit.
 *
 * @returns {Promise<{status: number} | {skipped: string}>} `skipped` says why there was nothing to compile against
 */
export async function compileAgainstFallback() {
  const problem = existsSync(path.join(folder, 'electron.d.ts')) ? undefined : await fetchTypes()
  if (problem) return { skipped: problem }
  const project = path.join(folder, 'tsconfig.json')
  await writeFile(project, JSON.stringify(configuration))
  return { status: await run(nodeTool('typescript/bin/tsc', '-p', project)) }
}

const configuration = {
  extends: '../../electron/tsconfig.json',
  compilerOptions: {
    composite: false,
    emitDeclarationOnly: false,
    noEmit: true,
    rootDir: '../..',
    paths: { electron: ['./electron.d.ts'] },
    typeRoots: ['../../node_modules/@types'],
  },
  include: ['../../electron/**/*.ts'],
  exclude: ['../../electron/**/*.test.ts'],
  references: [],
}

/** Packed, not installed: the package of that version would download its runtime on installation. */
async function fetchTypes() {
  await mkdir(cache, { recursive: true })
  const temp = await mkdtemp(path.join(cache, '.types-'))
  try {
    const args = [
      'pack',
      `electron@${VERSION}`,
      '--pack-destination',
      temp,
      '--loglevel=error',
      '--ignore-scripts',
    ]
    spawnSync('npm', args, { cwd: temp, stdio: 'ignore' })
    const tarball = (await readdir(temp)).find((name) => name.endsWith('.tgz'))
    if (!tarball) return `electron@${VERSION} cannot be had from the registry`
    spawnSync('tar', ['-xzf', tarball, 'package/electron.d.ts'], { cwd: temp })
    await rename(path.join(temp, 'package'), folder)
    return undefined
  } finally {
    await rm(temp, { recursive: true, force: true })
  }
}
