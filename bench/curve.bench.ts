import { Desk } from '../e2e/desk.ts'
import { test } from '../e2e/fixture.ts'
import { busyPerEdit, timeOpening } from './desk-timing.ts'
import { keepFigure } from './figures.ts'
import { WAYMARKS } from './generated-article.ts'
import { generateWorkspace } from './generated-workspace.ts'

const BYTES = 1_000_000
const ANNOTATIONS = [100, 1_000, 10_000, 30_000]
const BATCHES = 5
const EDITS = 10

/** The same text with ever more annotations: what an edit costs must not follow them. */
for (const annotations of ANNOTATIONS) {
  test(`an edit among ${annotations} annotations`, async ({ launch, folder, profile }) => {
    const workspace = await generateWorkspace({
      name: 'Curve',
      article: { bytes: BYTES, annotations },
      count: 1,
      folder,
      profile,
    })
    const desk = new Desk(await launch({ workspace: workspace.folder, args: workspace.args }))
    await timeOpening(desk, workspace.titles[0] as string)
    await desk.select(WAYMARKS[WAYMARKS.length >> 1] as string)
    await busyPerEdit(desk, EDITS)
    const samples: number[] = []
    for (let i = 0; i < BATCHES; i++) samples.push(await busyPerEdit(desk, EDITS))
    await keepFigure({ measure: 'curve', among: `${annotations} in 1 MB`, samples })
  })
}
