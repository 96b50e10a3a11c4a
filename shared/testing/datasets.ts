import * as fc from 'fast-check'
import { ACA_1 } from '../domain/aca-1.ts'
import { newActor } from '../domain/actor.ts'
import type { Filler, Link } from '../domain/annotation.ts'
import { codePointMap } from '../domain/code-points.ts'
import { attributesOf, linksOf, rolesOf } from '../domain/scheme.ts'
import { hullOf, type Span } from '../domain/span.ts'
import type { AnnotationObject } from '../format/annotation-object.ts'
import { OFFSETS } from '../format/article-file.ts'
import { DATASET_FORMAT, DATASET_VERSION, type DatasetActor, type DatasetArticle } from '../format/dataset.ts'
import type { ExportFrame } from '../format/interchange/adapter.ts'
import { compareObjects } from '../format/interchange/carried-marks.ts'
import { now, someHash } from './samples.ts'

/** Words and what shifts offsets, joins with its neighbours, runs from right to left, ends lines or means something to a format. */
const PARTS = [
  'Norland ',
  'the minister, ',
  'will pay. ',
  'U.S. ',
  'é',
  'e\u0301',
  '😀',
  '👩‍👩‍👧 ',
  '𝒜',
  'שלום ',
  '\u200f',
  '\r\n',
  '\n',
  '\n\n',
  '\r',
  '\t',
  '\u00a0',
  '\u2028',
  '\u0000',
  '\u0001',
  '\u0085',
  '\u001c ',
  '<b>&amp;</b> ',
  '"a;b",c ',
  '[1-2|3]_* ',
  '\\n\\t ',
  '# -DOCSTART- ',
  '\ufeff',
]

const oddTexts = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ unit: 'binary', maxLength: 3 })), {
    minLength: 1,
    maxLength: 14,
  })
  .chain((parts) => fc.constantFrom('', '', '', '\ufeff').map((start) => [start, ...parts].join('')))
  .filter((text) => text !== '')

const plainTexts = fc
  .array(fc.constantFrom('Norland ', 'will ', 'pay ', 'Vesteria ', 'for ', 'ships 🚢 ', 'soon.\n'), {
    minLength: 3,
    maxLength: 16,
  })
  .map((parts) => parts.join(''))

const remarks = fc.constantFrom(
  '',
  'why?',
  'two\nlines',
  'a\ttab',
  '“odd” \\ 😀',
  '<x>&',
  '=1+1',
  ' spaces ',
  '\ufeffmark',
)

const ACTORS: readonly DatasetActor[] = ['Norland', 'The “League”, NL', '=SUM(A1)', '外交部 😀'].map(
  (name, i) => {
    const { settled: _, ...actor } = newActor({ id: `actor-${i}`, name, now })
    return {
      ...actor,
      type: i === 0 ? 'state' : null,
      aliases: i === 1 ? ['NL', 'the; League'] : [],
      members: i === 2 ? ['actor-0', 'actor-1'] : [],
      externalIds: i === 0 ? { wikidata: 'Q1' } : {},
      note: i === 3 ? 'two\nlines' : '',
      mergedInto: null,
    }
  },
)

export const someFrame: ExportFrame = {
  format: DATASET_FORMAT,
  version: DATASET_VERSION,
  tool: { name: 'Glosswright', version: '0.0.0' },
  workspace: { id: '00000000-0000-4000-8000-000000000000', name: 'A workspace' },
  offsets: OFFSETS,
  scheme: ACA_1,
  actors: [...ACTORS],
}

/** Offsets between whole characters, in code points. */
const edgesOf = (text: string): number[] => Array.from({ length: Array.from(text).length + 1 }, (_, i) => i)

function spansIn(text: string): fc.Arbitrary<readonly Span[]> {
  const edges = edgesOf(text)
  const count = fc.constantFrom(2, 2, 2, 4, 6).map((n) => (n > edges.length ? 2 : n))
  return count
    .chain((length) => fc.subarray(edges, { minLength: length, maxLength: length }))
    .map((chosen) => {
      const spans: Span[] = []
      for (let i = 0; i + 1 < chosen.length; i += 2)
        spans.push({ start: chosen[i] as number, end: chosen[i + 1] as number })
      // Pieces that touch are one.
      return spans.every((span, i) => i === 0 || (spans[i - 1] as Span).end < span.start)
        ? spans
        : [hullOf(spans)]
    })
}

const MARKS = 6
const idOf = (index: number): string => `m${index}`
const ids = fc.integer({ min: 0, max: MARKS - 1 }).map(idOf)
const actorIds = fc.constantFrom(...ACTORS.map(({ id }) => id))

const fillers: fc.Arbitrary<Filler> = fc.oneof(
  ids.map((mention) => ({ mention })),
  actorIds.map((actor) => ({ actor })),
  fc.constantFrom('author' as const, 'unknown' as const).map((constant) => ({ constant })),
)

/** What the scheme lets annotations with a label say. */
function saidOf(label: string) {
  const roles = rolesOf(ACA_1, label).map(({ id }) => id)
  const attributes = attributesOf(ACA_1, label)
  const links = linksOf(ACA_1, label).map(({ id }) => id)
  const none = fc.constant({})
  return fc.record({
    roles:
      roles.length === 0
        ? none
        : fc.dictionary(
            fc.constantFrom(...roles),
            fc.uniqueArray(fillers, { minLength: 1, maxLength: 2, selector: (one) => JSON.stringify(one) }),
            {
              maxKeys: 2,
              noNullPrototype: true,
            },
          ),
    attributes:
      attributes.length === 0
        ? none
        : fc
            .constantFrom(...attributes)
            .chain(({ id, values }) => fc.constantFrom(...values).map((value) => ({ [id]: value }))),
    links:
      links.length === 0
        ? fc.constant([])
        : fc.uniqueArray(fc.record({ kind: fc.constantFrom(...links), to: ids }), { maxLength: 1 }),
    actor: label === 'actor' ? fc.option(actorIds) : fc.constant(null),
  })
}

type Roles = Readonly<Record<string, readonly Filler[]>>

/** No act fills a role of its own. */
function withoutItself(roles: Roles, id: string): Record<string, Filler[]> {
  const left = Object.entries(roles).map(
    ([role, all]) => [role, all.filter((one) => !('mention' in one && one.mention === id))] as const,
  )
  return Object.fromEntries(left.filter(([, all]) => all.length > 0))
}

const linksTo = (links: readonly Link[]) => (links.length > 0 ? { links: [...links] } : {})

function marksIn(text: string, annotator: string): fc.Arbitrary<AnnotationObject[]> {
  const map = codePointMap(text)
  const quoted = ({ start, end }: Span) => ({
    start,
    end,
    text: text.slice(map.toUtf16(start), map.toUtf16(end)),
  })
  const mark = fc.constantFrom('actor', 'commitment', 'accusation').chain((label) =>
    fc.record({
      label: fc.constant(label),
      spans: spansIn(text),
      said: saidOf(label),
      note: fc.option(remarks),
      certainty: fc.constantFrom('sure' as const, 'unsure' as const),
      origin: fc.constantFrom({ kind: 'manual' as const }, { kind: 'rule' as const, by: 'a rule' }),
    }),
  )
  return fc.array(mark, { maxLength: MARKS }).map((marks) =>
    marks.map(({ spans, said: { actor, links, ...said }, note, ...rest }, i) => ({
      ...rest,
      ...said,
      roles: withoutItself(said.roles, idOf(i)),
      ...quoted(hullOf(spans)),
      ...(spans.length > 1 ? { fragments: spans.map(quoted) } : {}),
      ...(actor === null ? {} : { actor }),
      ...linksTo((links as readonly Link[]).filter(({ to }) => to !== idOf(i))),
      ...(note === null ? {} : { note }),
      id: idOf(i),
      annotator,
      created: now,
      updated: now,
    })),
  )
}

function articlesOf(texts: fc.Arbitrary<string>, id: string): fc.Arbitrary<DatasetArticle> {
  const known = fc.option(fc.constantFrom('A “name”', 'two\nlines', 'x;y,z\t<&>', ' 😀', '\ufeff“mark”'))
  return texts.chain((text) =>
    fc.record({
      id: fc.constant(id),
      title: fc.constantFrom('Ferries', 'Odd “title” <&>, 😀', 'a/b: *c?'),
      byline: known,
      source: known,
      publisher: known,
      published: fc.constantFrom(null, '2026-01-02'),
      dateline: known,
      language: fc.constantFrom(null, 'en'),
      url: fc.constantFrom(null, 'https://example.org/a?b=c&d=e'),
      text: fc.constant(text),
      sha256: fc.constant(someHash),
      status: fc.constantFrom('new' as const, 'in progress' as const, 'done' as const),
      boilerplate: fc.constantFrom([], [{ start: 0, end: 1, kind: 'ad', reason: 'a “reason”' }]),
      annotations: fc
        .tuple(marksIn(text, 'Ada'), marksIn(text, 'Bo 😀'))
        .map((all) => all.flat().sort(compareObjects)),
    }),
  )
}

/** Three articles in the order of their ids, with marks of two annotators that nest, cross, coincide and come in pieces. */
export const datasetArticles: fc.Arbitrary<DatasetArticle[]> = fc
  .tuple(
    articlesOf(plainTexts, 'ferries-0a1b2c3d'),
    articlesOf(oddTexts, 'odd-text-4e5f6a7b'),
    articlesOf(oddTexts, 'more-8c9d0e1f'),
  )
  .map((articles) => [...articles].sort((a, b) => (a.id < b.id ? -1 : 1)))
