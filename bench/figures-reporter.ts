import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Attachment, type Figure, figuresIn } from './figures.ts'
import { report } from './report.ts'

const DOCUMENT = path.join(import.meta.dirname, '..', 'docs', 'performance.md')
const BEGIN = '<!-- figures: npm run bench -- --write -->'
const END = '<!-- end of figures -->'

type Benchmark = { readonly title: string }
type Outcome = {
  readonly attachments: readonly Attachment[]
  readonly errors: readonly { readonly message?: string }[]
}

/** Prints the figures of all benchmarks at the end, on stdout; how it goes and what went wrong, on stderr. */
// biome-ignore lint/style/noDefaultExport: Playwright looks for a reporter there
export default class FiguresReporter {
  readonly #figures: Figure[] = []

  printsToStdio(): boolean {
    return true
  }

  onTestBegin({ title }: Benchmark): void {
    console.error(`measuring: ${title}`)
  }

  onTestEnd({ title }: Benchmark, { attachments, errors }: Outcome): void {
    this.#figures.push(...figuresIn(attachments))
    for (const { message } of errors) console.error(`${title}: ${message}`)
  }

  onEnd(): void {
    const markdown = report(this.#figures)
    console.log(markdown)
    if (process.env.BENCH_WRITE)
      writeFileSync(DOCUMENT, withFigures(readFileSync(DOCUMENT, 'utf8'), markdown))
  }
}

function withFigures(document: string, markdown: string): string {
  const [before, after] = [document.indexOf(BEGIN), document.indexOf(END)]
  if (before < 0 || after < before) throw new Error(`${DOCUMENT} has lost the place of its figures`)
  return `${document.slice(0, before)}${BEGIN}\n${markdown}${document.slice(after)}`
}
