import { sha256 } from '#electron/library/hash.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import type { Boilerplate } from '#shared/domain/boilerplate.ts'
import { codePointMap } from '#shared/domain/code-points.ts'
import { inMainText, type MainText, mainTextOf } from '#shared/domain/main-text.ts'
import type { OffsetMap } from '#shared/format/dataset.ts'

/** An annotation and who made it. */
export type Attributed = { readonly annotation: Annotation; readonly annotator: string }

/** The text of an article as an export has it, with the annotations on it. */
export type ExportedText = {
  readonly text: string
  readonly sha256: string
  readonly boilerplate: readonly Boilerplate[]
  readonly annotations: readonly Attributed[]
  /** Set where it is the main text alone. */
  readonly main: { readonly fullSha256: string; readonly offsetMap: OffsetMap } | null
  /** Annotations that lie in boilerplate, and those that reach into it. */
  readonly leftOut: number
  readonly clipped: number
}

/** The main text alone, and what of the annotations stands in it. */
export function mainArticle(
  { article, text: full }: ArticleText,
  boilerplate: readonly Boilerplate[],
  annotations: readonly Attributed[],
): ExportedText {
  const main = mainTextOf(full, boilerplate)
  const moved = annotations.flatMap(({ annotation, annotator }) => {
    const one = inMainText(main, annotation)
    return one ? [{ ...one, annotator }] : []
  })
  const kept = new Set(moved.map(keyOf))
  return {
    text: main.text,
    sha256: sha256(main.text),
    boilerplate: [],
    annotations: moved.map((one) => ({ ...one, annotation: pointingTo(kept, one) })),
    main: { fullSha256: article.sha256, offsetMap: offsetMapOf(main, full) },
    leftOut: annotations.length - moved.length,
    clipped: moved.filter(({ isClipped }) => isClipped).length,
  }
}

const keyOf = ({ annotation, annotator }: Attributed): string => `${annotator}\n${annotation.id}`

/** Without what points to annotations that are left out. */
function pointingTo(kept: ReadonlySet<string>, { annotation, annotator }: Attributed): Annotation {
  const isKept = (id: string) => kept.has(`${annotator}\n${id}`)
  const roles = Object.entries(annotation.roles).map(
    ([role, fillers]) =>
      [role, fillers.filter((filler) => !('mention' in filler) || isKept(filler.mention))] as const,
  )
  const links = annotation.links?.filter(({ to }) => isKept(to))
  return { ...annotation, roles: Object.fromEntries(roles), ...(links ? { links } : {}) }
}

function offsetMapOf(main: MainText, full: string): OffsetMap {
  const [inMain, inFull] = [codePointMap(main.text), codePointMap(full)]
  return main.pieces.map(({ start, full: at, length }) => {
    const [first, next] = [inMain.toCodePoint(start), inMain.toCodePoint(start + length)]
    return [first, inFull.toCodePoint(at), next - first]
  })
}
