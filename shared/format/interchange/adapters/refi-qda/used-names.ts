import type { AnnotationObject } from '../../../annotation-object.ts'
import type { ExportFrame, ExportSource } from '../../adapter.ts'

/** What an export's annotations name: a project says it all at its beginning, before any of them. */
export type UsedNames = {
  readonly articles: number
  readonly annotators: ReadonlySet<string>
  readonly labels: ReadonlySet<string>
  /** Ids of attributes, each with the values that it has. */
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>
  readonly actors: ReadonlySet<string>
  readonly hasNotes: boolean
  readonly hasLinks: boolean
}

/** Goes through all articles once. */
export async function usedNamesIn({ articles, frame }: ExportSource): Promise<UsedNames> {
  const counter = new NameCounter(frame)
  for await (const article of articles()) {
    counter.articles++
    for (const annotation of article.annotations) counter.take(annotation)
  }
  return counter
}

class NameCounter implements UsedNames {
  articles = 0
  hasNotes = false
  hasLinks = false
  readonly annotators = new Set<string>()
  readonly labels: Set<string>
  readonly attributes: Map<string, Set<string>>
  readonly actors: Set<string>

  constructor({ scheme, actors }: ExportFrame) {
    this.labels = new Set(scheme.labels.map(({ id }) => id))
    this.attributes = new Map(scheme.attributes.map(({ id, values }) => [id, new Set(values)] as const))
    this.actors = new Set(actors.map(({ id }) => id))
  }

  take({ annotator, label, attributes, actor, roles, note, links = [] }: AnnotationObject): void {
    this.annotators.add(annotator)
    this.labels.add(label)
    for (const [id, value] of Object.entries(attributes))
      this.attributes.set(id, (this.attributes.get(id) ?? new Set<string>()).add(value))
    const fillers = Object.values(roles).flat()
    for (const filler of fillers) if ('actor' in filler) this.actors.add(filler.actor)
    if (actor !== undefined) this.actors.add(actor)
    this.hasNotes ||= note !== undefined
    this.hasLinks ||= fillers.length > 0 || links.length > 0
  }
}
