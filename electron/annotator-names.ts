/**
 * Under which name one annotates: the last one taken, anywhere, and the last one in each workspace. Whoever becomes
 * somebody else in a colleague's folder is who they were when they are back at their own.
 */
export type AnnotatorNames = {
  readonly annotator: string | null
  /** By the ids of workspaces. */
  readonly annotators: Readonly<Record<string, string>>
}

/** With the name taken in that workspace, and for those that are opened for the first time. */
export function withName(
  { annotators }: AnnotatorNames,
  workspaceId: string | undefined,
  name: string,
): AnnotatorNames {
  return {
    annotator: name,
    annotators: workspaceId === undefined ? annotators : withLast(annotators, workspaceId, name),
  }
}

/** As they are once that workspace is opened; the first one is not kept before somebody has taken it. */
export function namesIn(names: AnnotatorNames, workspaceId: string): AnnotatorNames {
  const last = names.annotators[workspaceId] ?? names.annotator
  const isSo = last === names.annotator && last === names.annotators[workspaceId]
  return last === null || isSo ? names : withName(names, workspaceId, last)
}

const LAST_LIMIT = 50

/** The newest come last, and the oldest are forgotten. */
export function withLast(
  all: Readonly<Record<string, string>>,
  key: string,
  value: string,
): Record<string, string> {
  const { [key]: _, ...others } = all
  return Object.fromEntries([...Object.entries(others).slice(1 - LAST_LIMIT), [key, value]])
}
