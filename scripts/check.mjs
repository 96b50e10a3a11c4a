#!/usr/bin/env node
/** Everything that must hold before a commit, one step after the other; stops at the first that fails. */
import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { run, runAll } from './run.mjs'
import { readyForTests } from './test-machine.mjs'
import { REPORTS, tallyPlaywright, tallyVitest } from './test-reports.mjs'
import { BUILD, nodeTool } from './tools.mjs'
import { compileAgainstFallback } from './types-33.mjs'

process.chdir(path.join(import.meta.dirname, '..'))
if (!process.stdout.isTTY) process.env.NO_COLOR = '1'

// Biome does not know NO_COLOR, and colours each character on its own, even into a file.
const colours = process.stdout.isTTY ? '--colors=force' : '--colors=off'
const unit = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORTS.unit}`]
const before = workingTree()
const skippedSteps = []

/** Each returns an exit status. */
const STEPS = {
  'format and lint': () => run(nodeTool('@biomejs/biome/bin/biome', 'ci', colours, '.')),
  types: () => run(nodeTool('typescript/bin/tsc', '-b')),
  'types of Electron 33': checkFallbackTypes,
  'test machine': async () => ((await readyForTests()) ? 0 : 1),
  'unit tests': () => run(nodeTool('vitest/vitest.mjs', ...unit)),
  build: () => runAll(BUILD),
  'end-to-end tests': () => run([process.execPath, 'scripts/e2e.mjs']),
  'clean working tree': checkWorkingTree,
}

async function checkFallbackTypes() {
  const { status, skipped } = await compileAgainstFallback()
  if (skipped) skippedSteps.push(`types of Electron 33: ${skipped}`)
  return status ?? 0
}

/** What git says of every file; undefined outside a checkout. */
function workingTree() {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain'], { encoding: 'utf8' })
  return status === 0 ? stdout : undefined
}

function checkWorkingTree() {
  const now = workingTree()
  if (now === before) return 0
  console.error(`The checks changed files of the checkout:\n${now}`)
  return 1
}

/** The name of the first step that fails, or undefined. */
async function firstFailure() {
  for (const [name, step] of Object.entries(STEPS)) {
    console.log(`\n── ${name}`)
    const start = performance.now()
    const status = await step()
    console.log(`── ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
    if (status !== 0) return name
  }
  return undefined
}

async function report(failure) {
  const tallies = [await tallyVitest(), await tallyPlaywright()]
  const skipped = [...skippedSteps, ...tallies.flatMap((tally) => tally.skipped)]
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0)
  // A step without tests of its own that fails is a failure all the same.
  const failed = failure ? Math.max(1, sum('failed')) : sum('failed')
  for (const name of skipped) console.log(`skipped: ${name}`)
  if (failure) console.log(`failed at: ${failure}`)
  console.log(`\n${sum('passed')} passed, ${failed} failed, ${skipped.length} skipped`)
  return failed === 0 ? 0 : 1
}

await Promise.all(Object.values(REPORTS).map((file) => rm(file, { force: true })))
process.exitCode = await report(await firstFailure())
