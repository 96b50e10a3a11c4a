import { BOILERPLATE_KINDS, type Boilerplate } from '../domain/boilerplate.ts'
import { METADATA_FIELDS, type Metadata } from '../domain/metadata.ts'
import type { MarkedArticle } from './marked-article.ts'

/** What the program found in an article that a person marked. */
export type Cleaned = {
  readonly marked: MarkedArticle
  readonly boilerplate: readonly Boilerplate[]
  readonly metadata: Metadata
}
export type Half = { readonly title: string; readonly articles: readonly Cleaned[] }

/** `docs/cleaning.md`: how well the program finds what a person marked. White space is not counted. */
export const cleaningPage = (halves: readonly Half[]): string =>
  [INTRODUCTION, found(halves), kinds(halves), fields(halves), HOW].join('\n')

const INTRODUCTION = `# How well boilerplate and metadata are found

Measured on articles that were written for this, marked by hand, and lie in \`shared/testing/marked/\`. This page is made by
\`UPDATE_DOCS=1 npx vitest run electron/import/cleaning-page.test.ts\`, and a test fails when it is not what the program gives.

*Precision*: how much of what was found is boilerplate. *Recall*: how much of the boilerplate was found. A line counts as
boilerplate when more than half of its characters are.
`

type Count = { readonly right: number; readonly found: number; readonly marked: number }

const share = (part: number, whole: number): string => (whole ? (part / whole).toFixed(3) : '–')
const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const sum = (counts: readonly Count[]): Count => ({
  right: total(counts, ({ right }) => right),
  found: total(counts, ({ found }) => found),
  marked: total(counts, ({ marked }) => marked),
})
const total = <T>(items: readonly T[], number: (item: T) => number): number =>
  items.reduce((so, item) => so + number(item), 0)

function found(halves: readonly Half[]): string {
  const rows = halves.flatMap(({ title, articles }) => {
    const characters = sum(articles.map(countCharacters))
    const lines = sum(articles.map(countLines))
    return [
      row(title, articles.length, 'characters', characters.marked, ...both(characters)),
      row(title, articles.length, 'lines', lines.marked, ...both(lines)),
    ]
  })
  return [
    '## Boilerplate',
    '',
    row('Half', 'Articles', 'Counted in', 'Boilerplate', 'Precision', 'Recall'),
    row('---', '--:', '---', '--:', '--:', '--:'),
    ...rows,
    '',
  ].join('\n')
}

const both = ({ right, found: all, marked }: Count): readonly string[] => [
  share(right, all),
  share(right, marked),
]

/** Which kind each visible character is of: as marked, and as found; undefined where it is the article's. */
function charactersOf({ marked, boilerplate }: Cleaned) {
  const kindsOf = (ranges: readonly Boilerplate[]): readonly (string | undefined)[] => {
    const kindAt: (string | undefined)[] = new Array(marked.text.length).fill(undefined)
    for (const { start, end, kind } of ranges) kindAt.fill(kind, start, end)
    return kindAt
  }
  const [asMarked, asFound] = [kindsOf(marked.boilerplate), kindsOf(boilerplate)]
  return Array.from({ length: marked.text.length }, (_, i) => i)
    .filter((i) => /\S/u.test(marked.text.charAt(i)))
    .map((at) => ({ at, marked: asMarked[at], found: asFound[at] }))
}

const countCharacters = (cleaned: Cleaned): Count => {
  const all = charactersOf(cleaned)
  return {
    right: all.filter((one) => one.marked && one.found).length,
    found: all.filter((one) => one.found).length,
    marked: all.filter((one) => one.marked).length,
  }
}

function countLines(cleaned: Cleaned): Count {
  const lines = new Map<number, { all: number; marked: number; found: number }>()
  for (const { at, marked, found: is } of charactersOf(cleaned)) {
    const key = cleaned.marked.text.lastIndexOf('\n', at)
    const line = lines.get(key) ?? { all: 0, marked: 0, found: 0 }
    lines.set(key, {
      all: line.all + 1,
      marked: line.marked + Number(Boolean(marked)),
      found: line.found + Number(Boolean(is)),
    })
  }
  const verdicts = [...lines.values()].map(({ all, ...line }) => ({
    marked: line.marked > all / 2,
    found: line.found > all / 2,
  }))
  return {
    right: verdicts.filter((line) => line.marked && line.found).length,
    found: verdicts.filter((line) => line.found).length,
    marked: verdicts.filter((line) => line.marked).length,
  }
}

function kinds(halves: readonly Half[]): string {
  const columns = halves.map(({ articles }) => articles.flatMap(charactersOf))
  const rows = BOILERPLATE_KINDS.map((kind) =>
    row(
      kind,
      ...columns.flatMap((all) => {
        const marked = all.filter((one) => one.marked === kind)
        const said = all.filter((one) => one.found === kind)
        const isBoth = marked.filter((one) => one.found === kind)
        return [
          marked.length,
          share(isBoth.length, said.length),
          share(isBoth.length, marked.length),
          share(marked.filter((one) => one.found).length, marked.length),
        ]
      }),
    ),
  )
  const heads = halves.flatMap(({ title }) => [
    title,
    'precision of the kind',
    'recall of the kind',
    'found as any kind',
  ])
  return [
    '## By kind, in characters',
    '',
    row('Kind', ...heads),
    row('---', ...heads.map(() => '--:')),
    ...rows,
    '',
  ].join('\n')
}

function fields(halves: readonly Half[]): string {
  const rows = METADATA_FIELDS.map((field) =>
    row(field, ...halves.flatMap(({ articles }) => countField(articles, field))),
  )
  const heads = halves.flatMap(({ title }) => [`${title}: exact`, 'missed', 'wrong'])
  return [
    '## Metadata',
    '',
    'Articles whose value is exactly the right one, or rightly none; in which there is one and none was given; in which a wrong',
    'one was given.',
    '',
    row('Field', ...heads),
    row('---', ...heads.map(() => '--:')),
    ...rows,
    '',
  ].join('\n')
}

function countField(articles: readonly Cleaned[], field: keyof Metadata): readonly (string | number)[] {
  const exact = articles.filter(({ marked, metadata }) => marked.metadata[field] === metadata[field])
  const missed = articles.filter(({ marked, metadata }) => marked.metadata[field] && metadata[field] === null)
  const wrong = articles.length - exact.length - missed.length
  return [`${exact.length} of ${articles.length}`, missed.length, wrong]
}

const HOW = `## How the articles came about

All were written by one hand, the same that wrote the rules, about invented places, in the shapes that articles come in: news
agencies, newspapers, broadcasters, weblogs, press releases, transcripts, live blogs, mailed letters, printed pages, in nine
languages, with much boilerplate and with none. The rules were made with the *tuned* articles in sight; fifteen of those had
been set aside at first, showed how little the first rules knew of other sites (a recall of 0.28), and were learned from. The
*untouched* ones were written and marked after the last rule was added (a few were made narrower since, for faults that unit
tests showed), each in the shape of a site that none of the tuned ones has and with little text between much furniture. They
were measured, and no rule was changed for what they showed.

So the two figures are the two ends: what the program makes of furniture that it knows, and of a site that it has never seen.
What it does not know it keeps: in neither set is a sentence of an article taken for boilerplate. The furniture of a site that
keeps coming is a matter for a cleaning rule of one's own, and where a file has structure (HTML, mail), its structure shows
much that words alone do not.
`
