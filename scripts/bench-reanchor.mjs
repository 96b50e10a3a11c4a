#!/usr/bin/env node
/** Measures re-anchoring on texts changed in known ways: node scripts/bench-reanchor.mjs [--write] */
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const dir = join(root, '.cache', 'bench')
const built = await rolldown({
  input: 'bench/reanchoring.ts',
  cwd: root,
  platform: 'node',
  logLevel: 'silent',
})
await built.write({ dir, format: 'esm', entryFileNames: 'reanchoring.mjs', codeSplitting: false })
await built.close()
process.chdir(root)
await import(pathToFileURL(join(dir, 'reanchoring.mjs')).href)
