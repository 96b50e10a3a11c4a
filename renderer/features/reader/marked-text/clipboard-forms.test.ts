import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACA_1 } from '#shared/domain/aca-1.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { linesOf } from '#shared/domain/lines.ts'
import { type MarkedNode, type MarkedPart, markedLines } from '#shared/domain/marked-lines.ts'
import { labelOf } from '#shared/domain/scheme.ts'
import type { Span } from '#shared/domain/span.ts'
import { annotationsOf, texts } from '#shared/testing/arbitraries.ts'
import { spansOf } from '#shared/testing/prose.ts'
import { mark } from '#shared/testing/samples.ts'
import { bracketedText, styledHtml } from './clipboard-forms.ts'

const colours = { lineOf: () => '#111111', tintOf: () => '#eeeeee' }

function linesFor(text: string, annotations: readonly Annotation[], window: Span) {
  const shapeOf = (label: string) => labelOf(ACA_1, label)?.shape ?? 'tint'
  const inside = AnnotationSet.from(annotations).overlapping(window)
  return markedLines({ text, lines: linesOf(text), window, annotations: inside, shapeOf })
}

const whole = (text: string) => ({ start: 0, end: text.length })
const bracketed = (text: string, ...annotations: readonly Annotation[]) =>
  bracketedText(linesFor(text, annotations, whole(text)), ACA_1)

function over(text: string, words: string, label: string, rest: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(words)
  return { ...mark(`${label} ${words}`, start, start + words.length), label, ...rest }
}

const scenes = texts.chain((text) =>
  fc.record({
    text: fc.constant(text),
    annotations: fc.array(annotationsOf(text), { maxLength: 8 }),
    window: spansOf(text),
  }),
)

const textOf = (node: MarkedNode): string =>
  node.kind === 'text' ? node.text : node.children.map(textOf).join('')

const partsOf = (node: MarkedNode): readonly MarkedPart[] => {
  if (node.kind === 'text') return []
  return [...(node.piece.isGap ? [] : [node]), ...node.children.flatMap(partsOf)]
}

describe('marked text as a tree', () => {
  it('holds every character of the window once, whatever nests and crosses', () =>
    fc.assert(
      fc.property(scenes, ({ text, annotations, window }) => {
        const lines = linesFor(text, annotations, window)
        const wanted = text.slice(window.start, window.end)
        // A window that ends with a line feed has the line that this ends, and nothing of the next.
        expect(lines.map((line) => line.map(textOf).join('')).join('\n')).toBe(wanted.replace(/\n$/, ''))
      }),
    ))

  it('says once of each mark that it begins, and once that it ends', () =>
    fc.assert(
      fc.property(scenes, ({ text, annotations, window }) => {
        const parts = linesFor(text, annotations, window).flat().flatMap(partsOf)
        const idsOf = (wanted: (part: MarkedPart) => boolean) =>
          parts.filter(wanted).map(({ piece }) => piece.annotation.id)
        const begun = idsOf(({ isContinued }) => !isContinued)
        expect(new Set(begun).size).toBe(begun.length)
        expect(idsOf(({ isLast }) => isLast).toSorted()).toEqual(begun.toSorted())
      }),
    ))
})

describe('plain text with marks', () => {
  const text = 'Norland agreed, he said, to share data.'

  it('has nested marks in nested brackets, with their labels', () => {
    const act = over(text, 'agreed, he said, to share data', 'commitment', { certainty: 'unsure' })
    expect(bracketed(text, act, over(text, 'he', 'actor'), over(text, 'Norland', 'actor'))).toBe(
      '[Actor: Norland] [Commitment?: agreed, [Actor: he] said, to share data].',
    )
  })

  it('splits a mark where another one crosses it, and says that it goes on', () => {
    expect(
      bracketed(text, over(text, 'Norland agreed', 'actor'), over(text, 'agreed, he', 'commitment')),
    ).toBe('[Actor: Norland [Commitment: agreed]][Commitment, continued: , he] said, to share data.')
  })

  it('leaves the gap of a mark in fragments out of its brackets', () => {
    const [agreed, share] = [over(text, 'agreed', 'commitment'), over(text, 'to share data', 'commitment')]
    expect(bracketed(text, { ...agreed, end: share.end, fragments: [agreed, share] })).toBe(
      'Norland [Commitment: agreed], he said, [Commitment, continued: to share data].',
    )
  })

  it('closes its brackets with each line', () => {
    expect(bracketed('a b\nc d', over('a b\nc d', 'b\nc', 'accusation'))).toBe(
      'a [Accusation: b]\n[Accusation, continued: c] d',
    )
  })
})

describe('styled text with marks', () => {
  it('draws each label in its shape, and names it once, where the mark ends', () => {
    const text = 'it may\nbe so'
    const annotations = [over(text, 'may\nbe', 'accusation'), over(text, 'be', 'actor')]
    expect(styledHtml(linesFor(text, annotations, whole(text)), ACA_1, colours).split('\n')).toEqual([
      '<p style="margin: 0; white-space: pre-wrap">it <span style="text-decoration: underline wavy #111111">may</span></p>',
      '<p style="margin: 0; white-space: pre-wrap"><span style="text-decoration: underline wavy #111111">' +
        '<span style="background-color: #eeeeee">be</span><sup style="font-size: 60%; color: #111111">Actor</sup>' +
        '</span><sup style="font-size: 60%; color: #111111">Accusation</sup> so</p>',
    ])
  })

  it('holds no markup but its own', () => {
    const text = '<img src=x onerror="alert(1)"> & co'
    const html = styledHtml(linesFor(text, [over(text, '<img', 'a"><b')], whole(text)), ACA_1, colours)
    expect(html).not.toMatch(/<(?!\/?(?:p|span|sup)[ >])/)
    expect(html).toContain('&lt;img')
    expect(html).toContain('onerror=&quot;alert(1)&quot;&gt; &amp; co')
    expect(html).toContain('a&quot;&gt;&lt;b</sup>')
  })
})
