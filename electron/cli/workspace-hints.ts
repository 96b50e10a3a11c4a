import { readContributions } from '#electron/export/contributions.ts'
import { articleIds, readArticle } from '#electron/library/articles.ts'
import { readCleanings } from '#electron/library/cleanings.ts'
import { lookedAt } from '#electron/library/looked-at.ts'
import { readableParts, readRegistries } from '#electron/library/registries.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { checkedArticle, hintsIn } from '#shared/domain/checks.ts'
import type { HintKind } from '#shared/domain/hint.ts'
import { type RegistryHint, registryHints } from '#shared/domain/registry-hints.ts'
import { standingArticle } from '#shared/domain/standing-article.ts'
import { type CleaningPart, type UnitedCleaning, uniteCleaning } from '#shared/domain/united-cleaning.ts'
import { type UnitedRegistry, unite } from '#shared/domain/united-registry.ts'
import { outsideScheme } from '#shared/format/outside-scheme.ts'

/** About an annotation, or about actors of the registry. */
export type WorkspaceHint = AnnotationHint | RegistryHint
type AnnotationHint = {
  readonly kind: HintKind | 'outside-scheme'
  readonly articleId: string
  readonly annotator: string
  readonly id: string
  /** The words that are marked. */
  readonly text: string
  readonly sentence: string
}

/** What the app's own checks would say, of everybody's annotations; what cannot be read is passed over. */
export async function workspaceHints(given: Workspace): Promise<WorkspaceHint[]> {
  const workspace = lookedAt(given)
  const registries = await readRegistries(workspace)
  const union = unite(readableParts(registries))
  const annotators = registries.map(({ annotator }) => annotator)
  const { parts } = await readCleanings(workspace, annotators)
  const cleanings = new Map(annotators.map((annotator) => [annotator, cleaningFor(annotator, parts)]))
  const hints: WorkspaceHint[] = [...registryHints(union)]
  const ids = await articleIds(workspace)
  const known = new Set(ids)
  for (const id of ids)
    for (const [annotator, cleaning] of cleanings)
      hints.push(...(await hintsOf(workspace, union, { id, annotator, cleaning, known })))
  return hints
}

/** As the annotator's own app has it: of the same words, the annotator's own rule holds. */
const cleaningFor = (name: string, parts: readonly CleaningPart[]): UnitedCleaning =>
  uniteCleaning([
    ...parts.filter(({ annotator }) => annotator === name),
    ...parts.filter(({ annotator }) => annotator !== name),
  ])

type Of = {
  readonly id: string
  readonly annotator: string
  readonly cleaning: UnitedCleaning
  /** Ids of all articles. */
  readonly known: ReadonlySet<string>
}

async function hintsOf(
  workspace: Workspace,
  union: UnitedRegistry,
  { id, annotator, cleaning, known }: Of,
): Promise<readonly AnnotationHint[]> {
  const source = await readArticle(workspace, id)
  const read = source.ok ? await readContributions(workspace, source.value, [annotator]) : source
  const record = read.ok ? read.value[0]?.record : undefined
  if (!source.ok || !record) return []
  const { annotations, earlier, later } = record
  // The newer version is what is worked on.
  if (later !== null && known.has(later)) return []
  const article = standingArticle(source.value, record.corrections, cleaning)
  const { scheme } = workspace.manifest
  const knowsActor = (actor: string) => union.actors.has(actor)
  const { text } = source.value
  const about = (one: Annotation) => ({
    articleId: id,
    annotator,
    id: one.id,
    text: text.slice(one.start, one.end),
  })
  return [
    ...hintsIn(checkedArticle({ article, text, scheme, annotations, earlier, knowsActor })).map(
      ({ kind, sentence, ids }) => ({ kind, ...about(annotations.get(ids[0]) as Annotation), sentence }),
    ),
    ...[...annotations].flatMap((one) =>
      outsideScheme(one, scheme).map((said) => ({
        kind: 'outside-scheme' as const,
        ...about(one),
        sentence: `It ${said}.`,
      })),
    ),
  ]
}

/** A hint as a line for people. */
export const hintLine = (hint: WorkspaceHint): string =>
  'articleId' in hint
    ? `“${hint.articleId}”, ${hint.annotator}: “${hint.text.replace(/\s+/gu, ' ')}”: ${hint.sentence}`
    : hint.sentence
