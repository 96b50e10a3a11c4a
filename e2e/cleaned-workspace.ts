import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { idOf, makeWorkspace } from './workspace.ts'

export const HARBOUR = 'Norland opens its harbour to Vesterian crews'
export const PILOTS = 'Pilots of the strait ask for a second tug'

/** Two articles of one paper, with what its page has around them; the line of sharing was found when they were imported. */
const ARTICLES = [
  `${HARBOUR}

By Tove Aldmark
Share this article
Norland pledged on Monday to open its harbour. {tpl_17}
Subscribe to the Tide letter
Vesteria welcomed the pledge.
`,
  `${PILOTS}

By Ove Stern
Share this article
Pilots asked the port for a second tug. {tpl_17}
Subscribe to the Tide letter
The port promised an answer by May.
`,
]

export async function makeCleanedWorkspace(folder: string): Promise<string> {
  const files = ARTICLES.map((_, i) => path.join(folder, `article-${i}.txt`))
  await Promise.all(files.map((file, i) => writeFile(file, ARTICLES[i] as string)))
  const workspace = makeWorkspace(folder, ...files)
  for (const text of ARTICLES) await tell(workspace, text)
  return workspace
}

/** Lets the file of an article say what the reader of a page would have found. */
async function tell(workspace: string, text: string): Promise<void> {
  const file = path.join(workspace, 'articles', `${idOf(workspace, text.slice(0, text.indexOf('\n')))}.json`)
  const spanOf = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  })
  const byline = /By (.+)/.exec(text)?.[1] ?? ''
  const said = {
    byline,
    publisher: 'Strait Post',
    published: null,
    evidence: {
      byline: { from: 'text', span: spanOf(byline), certainty: 80 },
      publisher: { from: 'json-ld', span: null, certainty: 95 },
    },
    boilerplate: [{ ...spanOf('Share this article'), kind: 'share bar', reason: 'a line that shares' }],
  }
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...said }))
}
