import { sha256 } from '#electron/library/hash.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import type { Boilerplate } from '#shared/domain/boilerplate.ts'
import { codePointMap } from '#shared/domain/code-points.ts'
import { inMainText, type MainText, mainTextOf } from '#shared/domain/main-text.ts'
import type { OffsetMap } from '#shared/format/dataset.ts'
import type { LossKind } from '#shared/format/interchange/losses.ts'
import { withoutPointers } from './pointers.ts'

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
  readonly lost: readonly Lost[]
}

/** What is lost of an annotation, as it stands in the full text, before any format is asked: so many of a kind. */
export type Lost = { readonly kind: LossKind; readonly count: number; readonly annotation: Annotation }

/** The main text alone, and what of the annotations stands in it. */
export function mainArticle(
  { article, text: full }: ArticleText,
  boilerplate: readonly Boilerplate[],
  annotations: readonly Attributed[],
): ExportedText {
  const main = mainTextOf(full, boilerplate)
  const lost: Lost[] = []
  const moved = annotations.flatMap(({ annotation, annotator }) => {
    const one = inMainText(main, annotation)
    if (!one) lost.push({ kind: 'in boilerplate', count: 1, annotation })
    if (one?.isClipped) lost.push({ kind: 'clipped', count: 1, annotation })
    return one ? [{ annotation: one.annotation, annotator, original: annotation }] : []
  })
  const kept = new Set(moved.map(keyOf))
  const actors = new Map(annotations.map((one) => [keyOf(one), one.annotation.actor]))
  const pruned = moved.map(({ annotation, annotator, original }) => {
    const one = withoutPointers(annotation, {
      isThere: (id) => kept.has(`${annotator}\n${id}`),
      actorOf: (id) => actors.get(`${annotator}\n${id}`) ?? null,
    })
    lost.push({ kind: 'pointers', count: one.lost, annotation: original })
    return { annotation: one.annotation, annotator }
  })
  return {
    text: main.text,
    sha256: sha256(main.text),
    boilerplate: [],
    annotations: pruned,
    main: { fullSha256: article.sha256, offsetMap: offsetMapOf(main, full) },
    lost,
  }
}

const keyOf = ({ annotation, annotator }: Attributed): string => `${annotator}\n${annotation.id}`

function offsetMapOf(main: MainText, full: string): OffsetMap {
  const [inMain, inFull] = [codePointMap(main.text), codePointMap(full)]
  return main.pieces.map(({ start, full: at, length }) => {
    const [first, next] = [inMain.toCodePoint(start), inMain.toCodePoint(start + length)]
    return [first, inFull.toCodePoint(at), next - first]
  })
}
