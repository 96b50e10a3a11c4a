import { articleIds } from '#electron/library/articles.ts'
import { mapAhead } from '#electron/library/at-once.ts'
import { listAnnotators, outlineOn, shelfOf } from '#electron/library/catalogue.ts'
import { stampOfFiles } from '#electron/library/file-stamp.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { Breath } from '#electron/survey/breath.ts'
import { hasGoneOn, hasOpened, haveAllGoneOn, type Status } from '#shared/domain/record.ts'
import { GOLD } from '#shared/domain/review.ts'
import type { Team } from '#shared/domain/team.ts'
import type { Progress, TeamProgress } from '#shared/ipc/team.ts'

/** What was read of an annotation file; null where it cannot be. */
type Seen = { readonly stamp: string; readonly work: Work | null }
type Work = { readonly status: Status; readonly annotations: number; readonly later: string | null }

const isOpened = ({ status, annotations }: Work): boolean => hasOpened(status, annotations)

const AT_ONCE = 16

/**
 * How far everybody has come. Whoever asks again pays for looking at all annotation files' stamps, and for reading those
 * that are others than they were.
 */
export class ProgressReader {
  readonly #workspace: Workspace
  readonly #seen = new Map<string, ReadonlyMap<string, Seen>>()

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** @param annotator who is there even with nothing marked and nothing assigned. */
  async read(team: Team, annotator: string): Promise<TeamProgress> {
    const articles = new Set(await articleIds(this.#workspace))
    const assigned = assignedTo(team, articles)
    const names = new Set([...(await listAnnotators(this.#workspace)), ...assigned.keys(), annotator])
    names.delete(GOLD)
    const opened = new Map<string, readonly Work[]>()
    const unread: string[] = []
    const annotators: Progress[] = []
    for (const name of [...names].sort()) {
      const work = await this.#workOf(name, articles, unread)
      for (const [id, one] of work) if (isOpened(one)) opened.set(id, [...(opened.get(id) ?? []), one])
      annotators.push(progressOf(name, work, assigned.get(name) ?? [], articles))
    }
    // The newer version of an article counts in its place, as in agreement.
    const replaced = [...opened].filter(([, work]) => haveAllGoneOn(work, articles)).map(([id]) => id)
    for (const id of replaced) opened.delete(id)
    const total = articles.size - replaced.length
    return { annotators, articles: total, opened: histogram(opened, total), unread }
  }

  async #workOf(name: string, articles: ReadonlySet<string>, unread: string[]): Promise<WorkByArticle> {
    const { files } = await shelfOf(this.#workspace, name)
    const ids = [...articles].filter((id) => files.has(`${id}.json`))
    const before = this.#seen.get(name)
    const now = new Map<string, Seen>()
    const breath = new Breath()
    const look = async (id: string) => ({ id, seen: await this.#look(name, id, before?.get(id)) })
    for await (const { id, seen } of mapAhead(ids, AT_ONCE, look)) {
      now.set(id, seen)
      if (!seen.work) unread.push(`“annotators/${name}/${id}.json” could not be read.`)
      await breath.ifDue()
    }
    this.#seen.set(name, now)
    return new Map([...now].flatMap(([id, { work }]) => (work ? [[id, work] as const] : [])))
  }

  async #look(annotator: string, id: string, before: Seen | undefined): Promise<Seen> {
    const stamp = await stampOfFiles(this.#workspace.root, [`annotators/${annotator}/${id}.json`])
    if (before && stamp !== '' && before.stamp === stamp) return before
    const outline = await outlineOn(this.#workspace, annotator, id)
    const work = outline && { ...outline, annotations: outline.annotations.length }
    return { stamp, work }
  }
}

type WorkByArticle = ReadonlyMap<string, Work>

/** By annotator, the articles that are there and theirs. */
function assignedTo(
  { assignments }: Team,
  articles: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const assigned = new Map<string, string[]>()
  for (const [id, names] of assignments) {
    if (!articles.has(id)) continue
    for (const name of names) {
      const theirs = assigned.get(name) ?? []
      theirs.push(id)
      assigned.set(name, theirs)
    }
  }
  return assigned
}

function progressOf(
  annotator: string,
  work: WorkByArticle,
  assigned: readonly string[],
  articles: ReadonlySet<string>,
): Progress {
  const hasLeft = (one: Work | undefined): boolean => one !== undefined && hasGoneOn(one, articles)
  const opened = [...work.values()].filter((one) => isOpened(one) && !hasLeft(one))
  const done = opened.filter(({ status }) => status === 'done').length
  return {
    annotator,
    inProgress: opened.length - done,
    done,
    annotations: opened.reduce((sum, { annotations }) => sum + annotations, 0),
    open: assigned.filter((id) => work.get(id)?.status !== 'done' && !hasLeft(work.get(id))),
    assigned: assigned.length,
  }
}

/** How many articles were opened by none, by one, by two. */
function histogram(opened: ReadonlyMap<string, readonly Work[]>, articles: number): readonly number[] {
  const counts = [articles - opened.size]
  for (const { length: times } of opened.values()) {
    while (counts.length <= times) counts.push(0)
    counts[times] = (counts[times] ?? 0) + 1
  }
  return counts
}
