import type { Annotation } from '#shared/domain/annotation.ts'

/** What several annotators say of one article. Who has not opened it is not here, and is not counted as having marked nothing. */
export type Codings = {
  readonly articleId: string
  readonly title: string
  readonly text: string
  /** By name. */
  readonly annotators: readonly Coding[]
}

/** One annotator's marks, in reading order, UTF-16. */
export type Coding = { readonly annotator: string; readonly annotations: readonly Annotation[] }

/** The actor that an actor's id means by now, whoever registered it: the same for two ids that mean the same one. */
export type ActorMeant = (id: string) => string
