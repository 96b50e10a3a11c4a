import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Desk } from '../e2e/desk.ts'
import { test } from '../e2e/fixture.ts'
import { calm, timeOpening } from './desk-timing.ts'
import { keepFigure } from './figures.ts'
import { generatedArticle, seeded, WAYMARKS } from './generated-article.ts'
import { shortText } from './generated-library.ts'
import { generateWorkspace } from './generated-workspace.ts'
import { watchMainProcess } from './main-process.ts'
import { type MeasureId, SIZES } from './measures.ts'
import { timePainting } from './painting.ts'

const PLANS = [
  { count: 10_000, ending: 'txt', contentOf: (text: string) => text },
  { count: 1_000, ending: 'html', contentOf: asPage },
] as const
const BYTES = 2_000
const LOOK_EVERY_MS = 200

for (const { count, ending, contentOf } of PLANS) {
  test(`an import of ${count} .${ending} files while an article is annotated`, async ({
    launch,
    folder,
    profile,
  }) => {
    const files = path.join(folder, 'files')
    await generateFiles(files, count, (title) => [ending, contentOf(textOf(title))])
    const workspace = await generateWorkspace({ name: 'Import', article: SIZES.S, count: 1, folder, profile })
    const desk = new Desk(await launch({ workspace: workspace.folder, args: workspace.args }))
    await timeOpening(desk, workspace.titles[0] as string)
    await desk.answerOpenDialog([files])
    const articles = path.join(workspace.folder, 'articles')
    const before = (await readdir(articles)).length

    const ended = await watchMainProcess(desk.running.app)
    const started = performance.now()
    await desk.menu('File', 'Import a folder…')
    const isDone = async () => (await readdir(articles)).length >= before + 2 * count
    const waiting = until(isDone).then(() => performance.now() - started)
    const label = await annotateUntil(desk, waiting)
    const time = await waiting
    const { block, main, parser } = await ended()

    const among = `${count} .${ending}`
    const keep = (measure: MeasureId, samples: readonly number[]) => keepFigure({ measure, among, samples })
    await keep('importTime', [time])
    await keep('importEach', [time / count])
    await keep('importBlock', [block])
    await keep('importLabel', label)
    await keep('importMain', [main])
    await keep('importParser', [parser])
  })
}

const textOf = (title: string): string => generatedArticle({ title, bytes: BYTES, annotations: 0 }).text

async function generateFiles(
  folder: string,
  count: number,
  fileOf: (title: string) => readonly [ending: string, content: string],
): Promise<void> {
  await mkdir(folder)
  const random = seeded('import')
  for (let number = 0; number < count; number++) {
    const [ending, content] = fileOf(`${shortText(number, random).split('\n', 1)[0]}`)
    await writeFile(path.join(folder, `${number}.${ending}`), content)
  }
}

/** A page with what pages have about their article. */
function asPage(text: string): string {
  const [title, ...lines] = text.split('\n')
  const links = Array.from({ length: 20 }, (_, i) => `<li><a href="/${i}">Section ${i}</a></li>`).join('\n')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>
<nav><ul>${links}</ul></nav><article><h1>${title}</h1>
${lines.map((line) => `<p>${line}</p>`).join('\n')}
</article><footer><p>All rights reserved.</p></footer></body></html>`
}

async function until(isDone: () => Promise<boolean>): Promise<void> {
  while (!(await isDone())) await setTimeout(LOOK_EVERY_MS)
}

/** Marks words and takes the marks away again for as long as the import runs; milliseconds of each label key. */
async function annotateUntil(desk: Desk, over: Promise<unknown>): Promise<number[]> {
  const samples: number[] = []
  let isOver = false
  void over.then(() => {
    isOver = true
  })
  const { page } = desk
  for (let i = 0; !isOver; i = (i + 1) % WAYMARKS.length) {
    await desk.select(WAYMARKS[i] as string)
    await calm()
    const press = () => page.keyboard.press('1')
    const { painted } = await timePainting(page, { kind: 'mark' }, { event: 'keydown' }, press)
    samples.push(painted)
    await calm()
    await page.keyboard.press('Delete')
  }
  return samples
}
