import { Desk } from '../e2e/desk.ts'
import { test } from '../e2e/fixture.ts'
import { busyPerEdit, calm, timeEdit, timeKeys, timeOpening } from './desk-timing.ts'
import { keepFigure } from './figures.ts'
import { WAYMARKS } from './generated-article.ts'
import { generateWorkspace } from './generated-workspace.ts'
import { MainThread, watchLongTasks } from './main-thread.ts'
import { type MeasureId, SIZES, type SizeId } from './measures.ts'
import { longestFrame } from './scrolling.ts'

const MEASURED: readonly SizeId[] = process.env.BENCH_XL ? ['S', 'M', 'L', 'XL'] : ['S', 'M', 'L']
const PROCESSES = 4
const ARTICLES = 5
const KEYS = 40
const BATCHES = 5
const EDITS = 10
/** Shares of the article's height. */
const SCROLLED_FROM = [0, 0.2, 0.4, 0.6, 0.8]

type Keep = (measure: MeasureId, samples: readonly number[]) => Promise<void>

for (const size of MEASURED) {
  const keep: Keep = (measure, samples) => keepFigure({ measure, size, samples })

  test(`opening articles of size ${size}`, async ({ launch, folder, profile }) => {
    const workspace = await generateWorkspace({
      name: size,
      article: SIZES[size],
      count: ARTICLES,
      folder,
      profile,
    })
    const times: { readonly [M in 'firstOpen' | 'open' | 'reopen']: number[] } = {
      firstOpen: [],
      open: [],
      reopen: [],
    }
    for (let i = 0; i < PROCESSES; i++) {
      const desk = new Desk(await launch({ workspace: workspace.folder, args: workspace.args }))
      for (const title of workspace.titles) {
        const first = title === workspace.titles[0]
        times[first ? 'firstOpen' : 'open'].push(await timeOpening(desk, title))
        await timeOpening(desk, workspace.note)
      }
      for (const title of workspace.titles) times.reopen.push(await timeOpening(desk, title))
      await desk.close()
    }
    for (const [measure, samples] of Object.entries(times)) await keep(measure as keyof typeof times, samples)
  })

  test(`working in an article of size ${size}`, async ({ launch, folder, profile }) => {
    const workspace = await generateWorkspace({ name: size, article: SIZES[size], count: 1, folder, profile })
    const desk = new Desk(await launch({ workspace: workspace.folder, args: workspace.args }))
    await timeOpening(desk, workspace.titles[0] as string)
    const longestTask = await watchLongTasks(desk.page)
    await editing(desk, keep)
    await moving(desk, keep)
    await scrolling(desk, keep)
    await keep('longTask', [await longestTask()])
    const mainThread = await MainThread.of(desk.page)
    await keep('heap', [await mainThread.heap(), await mainThread.heap(), await mainThread.heap()])
  })
}

/** Marks words all over the article and takes each mark away again. */
async function editing(desk: Desk, keep: Keep): Promise<void> {
  const [label, remove, saved]: [number[], number[], number[]] = [[], [], []]
  for (const [i, waymark] of WAYMARKS.entries()) {
    await desk.select(waymark)
    const added = await timeEdit(desk, String(1 + (i % 3)))
    const removed = await timeEdit(desk, 'Delete')
    label.push(added.painted)
    remove.push(removed.painted)
    saved.push(added.saved, removed.saved)
  }
  const processor: number[] = []
  for (let i = 0; i < BATCHES; i++) processor.push(await busyPerEdit(desk, EDITS))
  await keep('label', label)
  await keep('remove', remove)
  await keep('saved', saved)
  await keep('processor', processor)
}

async function moving(desk: Desk, keep: Keep): Promise<void> {
  await desk.select(WAYMARKS[WAYMARKS.length >> 1] as string)
  await keep('select', await timeKeys(desk, 'j', KEYS, 'mark'))
  await keep('caret', await timeKeys(desk, 'ArrowRight', KEYS, 'selection'))
  await keep('extend', await timeKeys(desk, 'Shift+ArrowRight', KEYS, 'selection'))
}

async function scrolling({ page }: Desk, keep: Keep): Promise<void> {
  const longest: number[] = []
  for (const share of SCROLLED_FROM) {
    await calm()
    longest.push(await longestFrame(page, share))
  }
  await keep('scroll', longest)
}
