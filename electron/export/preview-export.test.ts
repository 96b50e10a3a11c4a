import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportSettings } from '#shared/format/export-settings.ts'
import type { ExportPreview } from '#shared/ipc/exchange.ts'
import { previewExport, previewWith } from './preview-export.ts'
import { ExportDesk, everything, filesIn } from './testing/export-desk.ts'
import { shelfFormat } from './testing/shelf-format.ts'

let desk: ExportDesk
beforeEach(async () => {
  desk = await ExportDesk.make()
})
afterEach(() => desk.remove())

const open = new AbortController().signal

async function preview(settings: ExportSettings = everything, adapter = shelfFormat): Promise<ExportPreview> {
  const seen = await previewWith(adapter, desk.workspace, { settings, signal: open })
  if (!seen?.ok) throw new Error(seen?.problem.sentence ?? 'it was aborted')
  return seen.value
}

describe('a preview', () => {
  it('counts and loses what the export does, and writes nothing', async () => {
    const before = filesIn(desk.folder)
    for (const settings of [
      everything,
      { ...everything, labels: ['accusation'] },
      { ...everything, rule: 'split' as const, text: 'main' as const },
    ]) {
      const { articles, annotations, loss, beside } = await preview(settings)
      expect(filesIn(desk.folder)).toEqual(before)
      expect(await desk.exported(settings)).toMatchObject({ articles, annotations, loss, beside })
      await desk.remove()
      desk = await ExportDesk.make()
    }
  })

  it('says how large it will be: of a few articles, to the byte', async () => {
    const { bytes } = await preview()
    await desk.exported()
    const { 'glosswright-export.json': _, ...files } = filesIn(desk.out)
    expect(bytes).toBe(Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0))
  })

  it('shows the first article that has annotations, as it will be written', async () => {
    const { sample } = await preview({ ...everything, annotators: ['Jonas'] })
    await desk.exported({ ...everything, annotators: ['Jonas'] })
    const [first] = sample
    expect(sample).toHaveLength(1)
    expect(first?.path).toContain('truce')
    expect(first?.text).toBe(filesIn(desk.out)[first?.path ?? ''])
  })

  it('shows the beginning alone of what is long, and no bytes', async () => {
    const writing = (data: string | Uint8Array) => ({
      ...shelfFormat,
      write: async (_: unknown, sink: Parameters<typeof shelfFormat.write>[1]) => {
        const file = await sink.open('a')
        await file.write(data)
        await file.close()
      },
    })
    const { sample } = await preview(everything, writing(`${'a'.repeat(19_999)}😀`))
    expect(sample).toEqual([{ path: 'a', text: 'a'.repeat(19_999) }])
    const bytes = await preview(everything, writing(new Uint8Array([0x50, 0xff])))
    expect(bytes.sample).toEqual([{ path: 'a', text: null }])
  })

  it('of no articles shows none', async () => {
    expect(await preview({ ...everything, statuses: [] })).toMatchObject({
      articles: 0,
      annotations: 0,
      loss: [],
      sample: [],
    })
  })
})

it('is null once it was aborted, and a sentence for what is not there', async () => {
  const dataset = { ...everything, format: 'glosswright' }
  expect(await previewExport(desk.workspace, dataset, { signal: AbortSignal.abort() })).toBeNull()
  const wrong = { ...dataset, labels: ['promise'] }
  expect(await previewExport(desk.workspace, wrong, { signal: open })).toMatchObject({ ok: false })
  const unknown = { ...dataset, format: 'nonsense' }
  expect(await previewExport(desk.workspace, unknown, { signal: open })).toMatchObject({ ok: false })
})
