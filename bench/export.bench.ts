import { spawn } from 'node:child_process'
import path from 'node:path'
import { test } from '../e2e/fixture.ts'
import { keepFigure } from './figures.ts'
import { generateCorpus } from './generated-corpus.ts'
import type { MeasureId } from './measures.ts'

const COUNTS = [1_000, 100_000]
/** Others by their ids: `BENCH_FORMATS=spacy,conll`. */
const FORMATS = process.env.BENCH_FORMATS?.split(',') ?? ['glosswright', 'glosswright-jsonl']
const VALIDATED = ['glosswright', 'glosswright-jsonl']

for (const count of COUNTS) {
  test(`an export of ${count} articles with ten annotations each`, async ({ folder }) => {
    test.setTimeout(0)
    const workspace = generateCorpus(folder, count)
    for (const format of FORMATS) {
      const out = path.join(folder, `${format}.out`)
      await keep(format, count, {
        ids: ['exportTime', 'exportMemory'],
        taken: await measured('export', workspace, '--format', format, '--out', out),
      })
      if (!VALIDATED.includes(format)) continue
      await keep(format, count, {
        ids: ['validateTime', 'validateMemory'],
        taken: await measured('validate', out),
      })
    }
  })
}

type Taken = { readonly ms: number; readonly mb: number }

async function keep(
  format: string,
  count: number,
  { ids: [time, memory], taken }: { readonly ids: readonly [MeasureId, MeasureId]; readonly taken: Taken },
): Promise<void> {
  const among = `${format}, ${count} articles`
  await keepFigure({ measure: time, among, samples: [taken.ms] })
  await keepFigure({ measure: memory, among, samples: [taken.mb] })
}

const LAUNCHER = path.join(import.meta.dirname, '..', 'bin', 'glosswright.mjs')

/** The process tells of itself when it ends: most of it that was ever in memory, in kilobytes. */
const TELLING = `data:text/javascript,process.on('exit',()=>console.error('peak '+process.resourceUsage().maxRSS))`

/** Runs the command line; throws unless it went well. */
function measured(...args: readonly string[]): Promise<Taken> {
  const started = performance.now()
  const child = spawn(process.execPath, ['--import', TELLING, LAUNCHER, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let told = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told = (told + text).slice(-2_000)
  })
  return new Promise((resolve, reject) => {
    child.on('close', (status) => {
      const peak = /peak (\d+)/.exec(told)
      if (status === 0 && peak) resolve({ ms: performance.now() - started, mb: Number(peak[1]) / 1024 })
      else reject(new Error(`glosswright ${args.join(' ')} ended with ${status}:\n${told}`))
    })
  })
}
