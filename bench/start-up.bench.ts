import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from '../e2e/fixture.ts'
import type { RunningApp } from '../e2e/running-app.ts'

const ROUNDS = 7
const PROJECT = path.join(import.meta.dirname, '..')

/**
 * From the start of the process to the first article painted, in turns with an empty Electron window, since only their
 * ratio means something on another machine. Both include the driver's hold on Electron's start.
 */
test('start-up', async ({ launch, folder }) => {
  const workspace = workspaceWithSamples(path.join(folder, 'workspace'))
  const project = await emptyApp(path.join(folder, 'empty'))
  const app: number[] = []
  const empty: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    empty.push(await timeToText(() => launch({ project }), 'body'))
    app.push(await timeToText(() => launch({ workspace }), '[aria-label="Article text"]'))
  }
  const ratio = (median(app) / median(empty)).toFixed(2)
  console.log(
    `first article ${median(app)} ms, empty window ${median(empty)} ms: ${ratio} times (budget 1.3)`,
  )
})

/** Milliseconds until an element has text and the frame with it was painted. */
async function timeToText(start: () => Promise<RunningApp>, selector: string): Promise<number> {
  const started = Date.now()
  const { page, close } = await start()
  const painted = await page.waitForFunction(
    (element) => document.querySelector(element)?.textContent && performance.timeOrigin + performance.now(),
    selector,
  )
  const at = Number(await painted.jsonValue())
  await close()
  return Math.round(at - started)
}

function workspaceWithSamples(workspace: string): string {
  const commandLine = path.join(PROJECT, 'bin/glosswright.mjs')
  execFileSync(process.execPath, [commandLine, 'init', workspace])
  execFileSync(process.execPath, [commandLine, 'import', workspace, path.join(PROJECT, 'samples')])
  return workspace
}

/** The least that opens a window with a word in it. */
async function emptyApp(project: string): Promise<string> {
  await mkdir(project)
  await writeFile(path.join(project, 'package.json'), '{ "name": "empty", "main": "main.cjs" }')
  const main = `
    const { app, BrowserWindow } = require('electron')
    app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<title>Empty</title>empty'))
    app.on('window-all-closed', () => app.quit())
  `
  await writeFile(path.join(project, 'main.cjs'), main)
  return project
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN
