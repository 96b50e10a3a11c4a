import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { idOf, makeWorkspace } from './workspace.ts'

/** A mark as a test tells it: by its words, or by the words of each of its fragments. */
export type MarkSpec = {
  readonly label: 'actor' | 'commitment' | 'accusation'
  readonly words: string | readonly string[]
  readonly unsure?: true
  readonly note?: string
}

export type BoilerplateSpec = { readonly words: string; readonly kind: string; readonly reason: string }

export type MarkedArticle = {
  /** Its first line is its title. */
  readonly text: string
  readonly marks: readonly MarkSpec[]
  readonly boilerplate?: readonly BoilerplateSpec[]
}

/** Who made the marks; what the profile of the app must say as well. */
export const MARKER = 'Tove Aldmark'

const MADE = '2026-01-02T03:04:05.678Z'

/** A workspace of one article with marks and boilerplate in it, as the files have them. */
export async function makeMarkedWorkspace(folder: string, article: MarkedArticle): Promise<string> {
  const { text, marks, boilerplate = [] } = article
  const file = path.join(folder, 'article.txt')
  await writeFile(file, text)
  const workspace = makeWorkspace(folder, file)
  const id = idOf(workspace, text.slice(0, text.indexOf('\n')))
  const about = path.join(workspace, 'articles', `${id}.json`)
  const head = JSON.parse(await readFile(about, 'utf8'))
  const parts = boilerplate.map(({ words, ...rest }) => ({ ...rest, ...spanOf(text, words) }))
  await writeFile(about, JSON.stringify({ ...head, boilerplate: parts }))
  await writeMarks(workspace, id, { annotator: MARKER, text, marks })
  return workspace
}

export type Marked = {
  readonly annotator: string
  /** Of the article. */
  readonly text: string
  readonly marks: readonly MarkSpec[]
}

/** Writes the file of somebody who has marked this in an article. */
export async function writeMarks(
  workspace: string,
  id: string,
  { annotator, text, marks }: Marked,
): Promise<void> {
  const head = JSON.parse(await readFile(path.join(workspace, 'articles', `${id}.json`), 'utf8'))
  const home = path.join(workspace, 'annotators', annotator)
  await mkdir(home, { recursive: true })
  const record = {
    format: 'glosswright/annotations',
    version: 1,
    annotator,
    article: { id, sha256: head.sha256 },
    corrections: {},
    notes: '',
    offsets: { unit: 'codepoint', end: 'exclusive' },
    status: 'in progress',
    annotations: marks
      .map((mark, i) => ({ ...annotation(text, mark, i), annotator }))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  }
  await writeFile(path.join(home, `${id}.json`), JSON.stringify(record))
}

/** Lets the app start with the name of who made the marks, or with another. */
export async function signIn(profile: string, annotator = MARKER): Promise<void> {
  await mkdir(profile, { recursive: true })
  await writeFile(path.join(profile, 'preferences.json'), JSON.stringify({ annotator }))
}

function annotation(text: string, { label, words, unsure, note }: MarkSpec, index: number) {
  const fragments = (typeof words === 'string' ? [words] : words).map((part) =>
    quoted(text, spanOf(text, part)),
  )
  const start = Math.min(...fragments.map((fragment) => fragment.start))
  const end = Math.max(...fragments.map((fragment) => fragment.end))
  return {
    id: `mark-${index}`,
    label,
    ...quoted(text, { start, end }),
    ...(fragments.length > 1 ? { fragments } : {}),
    ...(note ? { note } : {}),
    annotator: MARKER,
    attributes: {},
    roles: {},
    certainty: unsure ? 'unsure' : 'sure',
    origin: { kind: 'manual' },
    created: MADE,
    updated: MADE,
  }
}

type Range = { readonly start: number; readonly end: number }

/** In code points, as files count. */
function spanOf(text: string, words: string): Range {
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`“${words}” is not in the text`)
  const start = Array.from(text.slice(0, at)).length
  return { start, end: start + Array.from(words).length }
}

const quoted = (text: string, { start, end }: Range) => ({
  start,
  end,
  text: Array.from(text).slice(start, end).join(''),
})
