import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from '../e2e/fixture.ts'
import { makeWorkspace, SAMPLES } from '../e2e/workspace.ts'
import { keepFigure, quantile } from './figures.ts'
import { timeToText } from './start-timing.ts'

const ROUNDS = 9
const FIRST_STAY_MS = 5_000

/**
 * From the start of the process to the first article painted, in turns with an empty Electron window, since only their
 * ratio means something on another machine. Both include the driver's hold on Electron's start. The first round, which
 * also fills the disk's cache, does not count; it stays open for as long as Chromium takes to keep the compiled page.
 */
test('starting', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, SAMPLES)
  const project = await emptyApp(path.join(folder, 'empty'))
  const userData = path.join(folder, 'empty-profile')
  const [app, empty]: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round++) {
    const stay = round === 0 ? FIRST_STAY_MS : 0
    const window = await timeToText(() => launch({ project, userData }), 'body', stay)
    const article = await timeToText(() => launch({ workspace }), '[aria-label="Article text"]', stay)
    if (round === 0) continue
    empty.push(window)
    app.push(article)
  }
  await keepFigure({ measure: 'startUp', samples: app })
  await keepFigure({ measure: 'emptyWindow', samples: empty })
  await keepFigure({ measure: 'startUpRatio', samples: [quantile(app, 0.5) / quantile(empty, 0.5)] })
})

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
