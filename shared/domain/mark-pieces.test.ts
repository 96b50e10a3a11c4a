import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotationsOf, texts } from '../testing/arbitraries.ts'
import { spansOf } from '../testing/prose.ts'
import { mark } from '../testing/samples.ts'
import { type Annotation, compareAnnotations, fragmentsOf } from './annotation.ts'
import { linesOf } from './lines.ts'
import { markPieces, type Piece } from './mark-pieces.ts'
import { type Span, spansEqual, spansOverlap } from './span.ts'

const SHAPES: Readonly<Record<string, string>> = { commitment: 'underline', accusation: 'wave' }
const shapeOf = (label: string) => SHAPES[label] ?? 'tint'
const laneOf = ({ label }: Annotation) => (shapeOf(label) === 'tint' ? 'behind' : 'below')

/** True of two marks that would be drawn over each other on one level. */
const mayHide = (a: Annotation, b: Annotation): boolean => laneOf(a) === laneOf(b) && spansOverlap(a, b)

type Scene = {
  readonly text: string
  readonly annotations: readonly Annotation[]
  readonly window: Span
}

const piecesOf = ({ text, annotations, window }: Scene): readonly Piece[] =>
  markPieces(annotations, { window, lines: linesOf(text), shapeOf })

/** A text with marks as the reader paints it: those that overlap the window, in reading order. */
const scenes: fc.Arbitrary<Scene> = texts.chain((text) =>
  fc
    .record({
      text: fc.constant(text),
      all: fc.uniqueArray(annotationsOf(text), { selector: ({ id }) => id, maxLength: 12 }),
      window: fc.oneof(fc.constant({ start: 0, end: text.length }), spansOf(text)),
    })
    .map(({ all, ...rest }) => ({
      ...rest,
      annotations: all.filter((one) => spansOverlap(one, rest.window)).sort(compareAnnotations),
    })),
)

const offsetsOf = ({ start, end }: Span) => Array.from({ length: end - start }, (_, i) => start + i)
const meetingOf = (a: Span, b: Span): Span => {
  const start = Math.max(a.start, b.start)
  return { start, end: Math.max(start, Math.min(a.end, b.end)) }
}
const gapsOf = (annotation: Annotation): Span[] =>
  fragmentsOf(annotation).flatMap(({ start }, i, all) =>
    i > 0 ? [{ start: (all[i - 1] as Span).end, end: start }] : [],
  )
/** What is painted of `fragment`: its characters in the window, but for line feeds. */
const visible = ({ text, window }: Scene, fragment: Span) =>
  offsetsOf(meetingOf(fragment, window)).filter((offset) => text[offset] !== '\n')
const within = (outer: Span, pieces: readonly Piece[]) => pieces.filter((piece) => spansOverlap(piece, outer))

function forEachFragment(scene: Scene, claim: (fragment: Span, pieces: readonly Piece[]) => void): void {
  const pieces = piecesOf(scene)
  for (const annotation of scene.annotations) {
    const own = pieces.filter((piece) => piece.annotation === annotation && !piece.isGap)
    for (const fragment of fragmentsOf(annotation)) claim(fragment, within(fragment, own))
  }
}

describe('the pieces of a mark', () => {
  it('cover its characters in the window, each once and in order, and no line feed', () =>
    fc.assert(
      fc.property(scenes, (scene) => {
        forEachFragment(scene, (fragment, pieces) => {
          expect(pieces.flatMap(offsetsOf)).toEqual(visible(scene, fragment))
        })
        expect(piecesOf(scene).every(({ start, end }) => start < end)).toBe(true)
      }),
    ))

  it('know where the mark begins and ends: once each for what lies in the window, and there alone', () =>
    fc.assert(
      fc.property(scenes, (scene) => {
        const { window } = scene
        forEachFragment(scene, (fragment, pieces) => {
          const isSeen = pieces.length > 0
          const begins = isSeen && fragment.start >= window.start
          const ends = isSeen && fragment.end <= window.end
          expect(pieces.map(({ starts }) => starts)).toEqual(pieces.map((_, i) => begins && i === 0))
          expect(pieces.map((piece) => piece.ends)).toEqual(
            pieces.map((_, i) => ends && i === pieces.length - 1),
          )
        })
      }),
    ))

  it('join its fragments over every gap between them, where it neither begins nor ends', () =>
    fc.assert(
      fc.property(scenes, (scene) => {
        const gaps = piecesOf(scene).filter(({ isGap }) => isGap)
        for (const annotation of scene.annotations) {
          const own = gaps.filter((piece) => piece.annotation === annotation)
          const wanted = gapsOf(annotation).flatMap((gap) => visible(scene, gap))
          expect(own.flatMap(offsetsOf)).toEqual(wanted)
        }
        expect(gaps.filter(({ starts, ends }) => starts || ends)).toEqual([])
      }),
    ))

  it('are cut wherever another mark begins or ends, and never elsewhere but at lines', () =>
    fc.assert(
      fc.property(scenes, (scene) => {
        const { text, window, annotations } = scene
        const edges = new Set(
          annotations.flatMap((one) => fragmentsOf(one).flatMap(({ start, end }) => [start, end])),
        )
        const borders = new Set([...edges, window.start, window.end])
        const isCutRight = ({ start, end }: Span) =>
          !offsetsOf({ start: start + 1, end }).some((offset) => edges.has(offset)) &&
          (borders.has(start) || text[start - 1] === '\n') &&
          (borders.has(end) || text[end] === '\n')
        expect(piecesOf(scene).filter((piece) => !isCutRight(piece))).toEqual([])
      }),
    ))

  it('are the same runs wherever marks overlap', () =>
    fc.assert(
      fc.property(scenes, (scene) => {
        const pieces = piecesOf(scene)
        const crossing = pieces.filter((a) => within(a, pieces).some((b) => !spansEqual(a, b)))
        expect(crossing).toEqual([])
      }),
    ))

  it('come with the outer mark first where several cover one run', () => {
    const [outer, inner] = [mark('outer', 0, 9), mark('inner', 2, 5)]
    const scene = { text: 'Ana Ruiz.', annotations: [outer, inner], window: { start: 0, end: 9 } }
    const run = piecesOf(scene).filter(({ start }) => start === 2)
    expect(run.map(({ annotation }) => annotation.id)).toEqual(['outer', 'inner'])
  })
})

describe('the level of a mark', () => {
  it('is one for all its pieces, and none that an overlapping mark of its lane has', () =>
    fc.assert(
      fc.property(scenes, (scene) => {
        const pieces = piecesOf(scene)
        const isWrong = (a: Piece, b: Piece) =>
          a.annotation === b.annotation
            ? a.level !== b.level
            : a.level === b.level && mayHide(a.annotation, b.annotation)
        expect(pieces.filter((a) => pieces.some((b) => isWrong(a, b)))).toEqual([])
      }),
    ))

  it('lies below the depth of its stack, which is the same for all marks that overlap in a lane', () =>
    fc.assert(
      fc.property(scenes, (scene) => {
        const pieces = piecesOf(scene)
        expect(pieces.filter(({ drop, depth }) => drop >= depth)).toEqual([])
        const isWrong = (a: Piece, b: Piece) =>
          a.level < b.level && mayHide(a.annotation, b.annotation) && a.drop + 1 > b.drop
        expect(pieces.filter((a) => pieces.some((b) => isWrong(a, b)))).toEqual([])
        const differ = (a: Piece, b: Piece) => a.depth !== b.depth && mayHide(a.annotation, b.annotation)
        expect(pieces.filter((a) => pieces.some((b) => differ(a, b)))).toEqual([])
      }),
    ))

  it('leaves marks alone that only touch, and counts a deep stack to its top', () => {
    const below = (id: string, start: number, end: number) => ({
      ...mark(id, start, end),
      label: 'commitment',
    })
    const nested = [below('a', 0, 9), below('b', 0, 8), below('c', 0, 7), below('d', 0, 6), below('e', 0, 5)]
    const annotations = [...nested, below('next', 9, 12)]
    const pieces = piecesOf({ text: 'x'.repeat(12), annotations, window: { start: 0, end: 12 } })
    const placeOf = (id: string) => pieces.find((piece) => piece.annotation.id === id)
    expect(placeOf('a')).toMatchObject({ level: 4, drop: 4, depth: 5 })
    expect(placeOf('next')).toMatchObject({ level: 0, drop: 0, depth: 1 })
  })

  it('has more room below a wave than below a plain line', () => {
    const annotations = [
      { ...mark('line', 0, 9), label: 'commitment' },
      { ...mark('wave', 0, 5), label: 'accusation' },
    ]
    const pieces = piecesOf({ text: 'x'.repeat(9), annotations, window: { start: 0, end: 9 } })
    expect(pieces.find(({ annotation }) => annotation.id === 'line')).toMatchObject({ drop: 1.7, depth: 2.7 })
  })

  it('is the lower the shorter the mark is, and no higher than it has to be', () => {
    const below = (id: string, start: number, end: number) => ({
      ...mark(id, start, end),
      label: 'commitment',
    })
    const annotations = [below('all', 0, 20), below('left', 0, 8), mark('name', 0, 3), below('right', 10, 18)]
    const pieces = piecesOf({ text: 'x'.repeat(20), annotations, window: { start: 0, end: 20 } })
    const levels = Object.fromEntries(pieces.map(({ annotation, level }) => [annotation.id, level]))
    expect(levels).toEqual({ all: 1, left: 0, name: 0, right: 0 })
  })
})

it('shows nothing of a mark that lies outside the window, or on a line feed alone', () => {
  const annotations = [mark('before', 0, 3), mark('feed', 3, 4)]
  expect(piecesOf({ text: 'one\ntwo', annotations, window: { start: 3, end: 7 } })).toEqual([])
})

it('shows the edges of a mark that begins and ends with a line feed', () => {
  const scene = {
    text: 'a\nbc\nd',
    annotations: [mark('m', 1, 5), mark('n', 2, 3)],
    window: { start: 0, end: 6 },
  }
  const pieces = piecesOf(scene).filter(({ annotation }) => annotation.id === 'm')
  expect(pieces.map(({ start, end, starts, ends }) => ({ start, end, starts, ends }))).toEqual([
    { start: 2, end: 3, starts: true, ends: false },
    { start: 3, end: 4, starts: false, ends: true },
  ])
})

describe('pieces that are cut at the edges of other marks', () => {
  it('are the same text of the same marks, begin and end where they did, and reach over no cut', () =>
    fc.assert(
      fc.property(scenes, fc.array(fc.nat(60), { maxLength: 6 }), (scene, given) => {
        const cuts = given.toSorted((a, b) => a - b)
        const whole = piecesOf(scene)
        const cut = markPieces(scene.annotations, { ...scene, lines: linesOf(scene.text), shapeOf, cuts })
        const told = (pieces: readonly Piece[]) =>
          pieces.flatMap((piece) =>
            offsetsOf(piece).map((at) => `${piece.annotation.id} ${at} ${piece.drop}`),
          )
        expect(told(cut)).toEqual(told(whole))
        for (const side of ['starts', 'ends'] as const) {
          const at = (pieces: readonly Piece[]) =>
            pieces.filter((one) => one[side]).map((one) => (side === 'starts' ? one.start : one.end))
          expect(at(cut)).toEqual(at(whole))
        }
        for (const { start, end } of cut) expect(cuts.every((at) => at <= start || at >= end)).toBe(true)
      }),
    ))
})
