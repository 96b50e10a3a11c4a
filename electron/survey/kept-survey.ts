import type { Scheme } from '#shared/domain/scheme.ts'
import { parseJson } from '#shared/format/json.ts'
import { keepDerived, readDerived } from '../library/derived-file.ts'
import { sha256 } from '../library/hash.ts'
import type { Workspace } from '../library/workspace.ts'
import type { Breath } from './breath.ts'
import type { SurveyedArticle } from './surveyed-article.ts'

/**
 * What a survey found in each article, kept from one start to the next with a stamp of the file that it was found in: a
 * line an article, below one that says for which scheme and what all other lines hash to. Whoever deletes the file waits
 * once until all articles are read again.
 */
export type StampedArticle = { readonly article: SurveyedArticle; readonly stamp: string }

/** Of how many annotations the file holds what was found. */
const MOST_IN_FILE = 100_000

const VERSION = 3

type Head = { readonly version: number; readonly scheme: string; readonly body: string }

const nameFor = (annotator: string): string => `survey/${annotator}.jsonl`

const headOf = (scheme: Scheme, body: string): string =>
  JSON.stringify({
    version: VERSION,
    scheme: sha256(JSON.stringify(scheme)),
    body: sha256(body),
  } satisfies Head)

/** Nothing where there is no such file, or one of another scheme, or not all of it. */
export async function readKept(
  workspace: Workspace,
  annotator: string,
  breath: Breath,
): Promise<readonly StampedArticle[]> {
  const content = (await readDerived(workspace, nameFor(annotator))) ?? ''
  const end = content.indexOf('\n')
  const body = content.slice(end + 1)
  if (end < 0 || content.slice(0, end) !== headOf(workspace.manifest.scheme, body)) return []
  const found: StampedArticle[] = []
  for (const line of body.split('\n').filter(Boolean)) {
    await breath.ifDue()
    const read = parseJson(line)
    if (read.ok) found.push(revived(read.value as Written))
  }
  return found
}

export async function keepSurvey(
  workspace: Workspace,
  annotator: string,
  articles: readonly StampedArticle[],
): Promise<void> {
  const size = articles.reduce((sum, { article }) => sum + article.sightings.length, 0)
  if (size > MOST_IN_FILE) return
  const body = articles.map((one) => `${JSON.stringify(written(one))}\n`).join('')
  await keepDerived(workspace, nameFor(annotator), `${headOf(workspace.manifest.scheme, body)}\n${body}`)
}

type Written = {
  readonly stamp: string
  readonly article: Omit<SurveyedArticle, 'unknown'> & { readonly unknown: readonly string[] }
}

const written = ({ stamp, article }: StampedArticle): Written => ({
  stamp,
  article: { ...article, unknown: [...article.unknown] },
})

const revived = ({ stamp, article }: Written): StampedArticle => ({
  stamp,
  article: { ...article, unknown: new Set(article.unknown) },
})
