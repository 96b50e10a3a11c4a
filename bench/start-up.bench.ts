import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from '../e2e/fixture.ts'
import type { RunningApp } from '../e2e/running-app.ts'
import { makeWorkspace, SAMPLES } from '../e2e/workspace.ts'
import { keepFigure, quantile } from './figures.ts'

const ROUNDS = 9

/**
 * From the start of the process to the first article painted, in turns with an empty Electron window, since only their
 * ratio means something on another machine. Both include the driver's hold on Electron's start. The first round, which
 * also fills the disk's cache, does not count.
 */
test('starting', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, SAMPLES)
  const project = await emptyApp(path.join(folder, 'empty'))
  const userData = path.join(folder, 'empty-profile')
  const [app, empty]: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round++) {
    const window = await timeToText(() => launch({ project, userData }), 'body')
    const article = await timeToText(() => launch({ workspace }), '[aria-label="Article text"]')
    if (round === 0) continue
    empty.push(window)
    app.push(article)
  }
  await keepFigure({ measure: 'startUp', samples: app })
  await keepFigure({ measure: 'emptyWindow', samples: empty })
  await keepFigure({ measure: 'startUpRatio', samples: [quantile(app, 0.5) / quantile(empty, 0.5)] })
})

/** Milliseconds until an element has text and the frame with it is painted. */
async function timeToText(start: () => Promise<RunningApp>, selector: string): Promise<number> {
  const started = Date.now()
  const { page, close } = await start()
  const painted = await page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
        const look = () =>
          document.querySelector(wanted)?.textContent
            ? channel.port2.postMessage(null)
            : requestAnimationFrame(look)
        requestAnimationFrame(look)
      }),
    selector,
  )
  await close()
  return painted - started
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
