import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { idOf, makeWorkspace } from './workspace.ts'

/** A mark as a test tells it: its id, its label, its words, and what else its file says of it. */
export type MarkSaid = readonly [id: string, label: string, words: string, rest?: object]

/** By the names of annotators, the marks of each, or null where that one has not opened the article. */
export type Opinions = Readonly<Record<string, readonly MarkSaid[] | null>>

const MADE = '2026-01-02T03:04:05.678Z'

/** A workspace of articles, whose first line each is the title, with what annotators say of them. */
export async function makeSharedWorkspace(
  folder: string,
  articles: readonly { readonly text: string; readonly opinions: Opinions }[],
): Promise<string> {
  const shelf = path.join(folder, 'articles')
  await mkdir(shelf)
  for (const [i, { text }] of articles.entries()) await writeFile(path.join(shelf, `${i}.txt`), text)
  const workspace = makeWorkspace(folder, shelf)
  for (const { text, opinions } of articles) {
    const id = idOf(workspace, titleOf(text))
    for (const [annotator, marks] of Object.entries(opinions))
      if (marks) await write(workspace, { id, text, annotator, marks })
  }
  return workspace
}

type Told = { readonly id: string }
type Whose = { readonly title: string; readonly annotator: string }

/** Has an annotator change marks of theirs, in some other window. */
export async function changeMarks<M extends Told>(
  workspace: string,
  { title, annotator }: Whose,
  change: (mark: M) => M,
): Promise<void> {
  const file = path.join(workspace, 'annotators', annotator, `${idOf(workspace, title)}.json`)
  const record = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...record, annotations: record.annotations.map(change) }))
}

const titleOf = (text: string): string => text.slice(0, text.indexOf('\n'))

type Opinion = {
  readonly id: string
  readonly text: string
  readonly annotator: string
  readonly marks: readonly MarkSaid[]
}

async function write(workspace: string, { id, text, annotator, marks }: Opinion): Promise<void> {
  const { sha256 } = JSON.parse(await readFile(path.join(workspace, 'articles', `${id}.json`), 'utf8'))
  const home = path.join(workspace, 'annotators', annotator)
  await mkdir(home, { recursive: true })
  const record = {
    format: 'glosswright/annotations',
    version: 1,
    annotator,
    article: { id, sha256 },
    corrections: {},
    notes: '',
    offsets: { unit: 'codepoint', end: 'exclusive' },
    status: 'done',
    annotations: marks
      .map((mark) => annotation(text, annotator, mark))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  }
  await writeFile(path.join(home, `${id}.json`), JSON.stringify(record))
}

function annotation(text: string, annotator: string, [id, label, words, rest = {}]: MarkSaid) {
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`“${words}” is not in the text`)
  const start = Array.from(text.slice(0, at)).length
  return {
    id,
    label,
    start,
    end: start + Array.from(words).length,
    text: words,
    annotator,
    attributes: {},
    roles: {},
    certainty: 'sure',
    origin: { kind: 'manual' },
    created: MADE,
    updated: MADE,
    ...rest,
  }
}
