import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { ACA_1 } from '../domain/aca-1.ts'
import { deletion, relabelling, withAttribute, withFiller, withLink } from '../domain/act-edits.ts'
import { newActor } from '../domain/actor.ts'
import { type Annotation, type Filler, manualAnnotation } from '../domain/annotation.ts'
import { AnnotationSet } from '../domain/annotation-set.ts'
import { checkedArticle, hintsIn } from '../domain/checks.ts'
import { codePointMap } from '../domain/code-points.ts'
import type { Change } from '../domain/edit.ts'
import { attributesOf, isMention, linksOf, rolesOf, type Scheme } from '../domain/scheme.ts'
import { articleText, now } from '../testing/samples.ts'
import { annotationToFile } from './annotation-object.ts'
import { validateDataset } from './dataset-problems.ts'

const TEXT = 'Norland 😀 accused the Isles of theft, which they denied.'
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What an analyst does next; the numbers choose among what there is. */
type Wish = {
  readonly kind: (typeof KINDS)[number]
  readonly a: number
  readonly b: number
  readonly c: number
}
const KINDS = ['mark', 'mark', 'fill', 'fill', 'say', 'link', 'whom', 'relabel', 'delete', 'mend'] as const

const wishes: fc.Arbitrary<readonly Wish[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), a: fc.nat(60), b: fc.nat(60), c: fc.nat(60) }),
  { minLength: 10, maxLength: 40, size: 'max' },
)

const chosen = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)]

/** The annotations after `wish`, made by what the app itself makes its edits with. */
function after(annotations: AnnotationSet, wish: Wish, scheme: Scheme): AnnotationSet {
  const { kind, a, b, c } = wish
  if (kind === 'mark') return annotations.with(marked(wish, scheme))
  if (kind === 'mend') return mended(annotations, a, scheme)
  const one = chosen([...annotations], a)
  if (!one) return annotations
  if (kind === 'delete') return changed(annotations, deletion(one, annotations, now))
  if (kind === 'relabel') {
    const label = chosen(scheme.labels, b)?.id ?? ''
    return changed(annotations, relabelling(one, annotations, { label, scheme, now }).changes)
  }
  return annotations.with(said(one, { kind, a: b, b: c, c: a }, { annotations, scheme }))
}

function marked({ a, b, c }: Wish, scheme: Scheme): Annotation {
  const [start, end] = chosen(
    [
      [0, 7],
      [11, 37],
      [19, 28],
      [0, 10],
      [39, 56],
    ] as const,
    b,
  ) ?? [0, 7]
  return manualAnnotation({ id: `m${a % 9}`, label: chosen(scheme.labels, c)?.id ?? '', start, end, now })
}

type There = { readonly annotations: AnnotationSet; readonly scheme: Scheme }

function said(one: Annotation, { kind, a, b }: Wish, { annotations, scheme }: There): Annotation {
  const others = [...annotations].filter(({ id }) => id !== one.id)
  if (kind === 'whom') return isMention(scheme, one.label) ? { ...one, actor: 'norland' } : one
  if (kind === 'say') {
    const attribute = chosen(attributesOf(scheme, one.label), a)
    return attribute ? withAttribute(one, attribute, chosen(attribute.values, b) ?? '') : one
  }
  if (kind === 'link') {
    const link = chosen(linksOf(scheme, one.label), a)
    const to = chosen(
      others.filter(({ label }) => linksOf(scheme, label).length > 0),
      b,
    )
    return link && to ? withLink(one, { kind: link.id, to: to.id }) : one
  }
  const mentions = others.filter(({ label }) => isMention(scheme, label)).map(({ id }) => ({ mention: id }))
  const fillers: readonly Filler[] = [...mentions, { actor: 'norland' }, { constant: 'author' }]
  const role = chosen(rolesOf(scheme, one.label), a)
  return role ? withFiller(one, role.id, chosen(fillers, b) as Filler) : one
}

function mended(annotations: AnnotationSet, n: number, scheme: Scheme): AnnotationSet {
  const article = checkedArticle({
    ...articleText(TEXT, { boilerplate: [{ start: 39, end: 56, kind: 'x', reason: 'x' }] }),
    scheme,
    annotations,
    earlier: null,
    knowsActor: (id) => id === 'norland',
  })
  const mend = chosen(hintsIn(article), n)?.mend
  if (mend?.kind !== 'edit') return annotations
  return mend.changes().reduce((set, { before, after: next }) => {
    return next ? set.with(next) : set.without(before.id)
  }, annotations)
}

const changed = (annotations: AnnotationSet, changes: readonly Change[]): AnnotationSet =>
  changes.reduce((set, change) => {
    if (change.kind !== 'annotation') return set
    return change.after ? set.with(change.after) : set.without(change.id)
  }, annotations)

function datasetOf(annotations: AnnotationSet, scheme: Scheme): unknown {
  const map = codePointMap(TEXT)
  const known = {
    byline: null,
    source: null,
    publisher: null,
    published: null,
    dateline: null,
    language: null,
  }
  const article = {
    ...{ ...known, id: 'a', title: 'A', url: null, text: TEXT, sha256: sha256(TEXT) },
    ...{ status: 'done', boilerplate: [] },
    annotations: Array.from(annotations, (one) => annotationToFile(one, TEXT, map, 'Ana')),
  }
  return {
    ...{ format: 'glosswright/dataset', version: 3, tool: { name: 'Glosswright', version: '0' } },
    workspace: { id: 'w', name: 'W' },
    offsets: { unit: 'codepoint', end: 'exclusive' },
    ...{ scheme, actors: [newActor({ id: 'norland', name: 'Norland', now })], articles: [article] },
  }
}

it('holds, whatever is marked, said, linked, relabelled, deleted and mended', () =>
  fc.assert(
    fc.property(wishes, (all) => {
      let annotations = AnnotationSet.empty
      for (const wish of all) {
        // A mark of an id that is there already would be another annotation in its place.
        if (wish.kind === 'mark' && annotations.get(`m${wish.a % 9}`)) continue
        annotations = after(annotations, wish, ACA_1)
      }
      expect(validateDataset(datasetOf(annotations, ACA_1), sha256)).toEqual([])
    }),
  ))
