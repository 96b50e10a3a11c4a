import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addArticle } from '#electron/library/add-article.ts'
import { readArticle } from '#electron/library/articles.ts'
import { openWorkspace, type Workspace } from '#electron/library/workspace.ts'
import { type Actor, newActor } from '#shared/domain/actor.ts'
import { type Annotation, manualAnnotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { NOTHING_KNOWN } from '#shared/domain/metadata.ts'
import { type AnnotationRecord, emptyRecord } from '#shared/domain/record.ts'
import { hullOf, type Span } from '#shared/domain/span.ts'
import { REGISTRY_NAME, registryToFile } from '#shared/format/actors-file.ts'
import { recordWriter } from '#shared/format/annotation-file.ts'
import { manifestToFile, newManifest } from '#shared/format/manifest.ts'

/**
 * A tiny workspace of our own text that holds one of everything: an emoji in front of the marks, marks inside marks,
 * a mark in two fragments, roles, a link, a note, two annotators with actors of their own. The dataset in the docs is made of it.
 */
const FERRIES = `Norland promises night ferries 🚢

TARNHOLM — Transport Minister Ada Quill said on Monday that Norland would, officials added, run two night ferries by June. She accused Vesteria of blocking the strait.

Vesteria denied the charge.
`
const TRUCE =
  'Advertisement\r\n\r\nTruce holds in the hills\r\n\r\nThe League called on both sides to talk.\r\n'
const NOW = '2026-01-05T09:00:00Z'

/** Makes the workspace in an empty or missing folder; the same bytes every time. */
export async function makeExampleWorkspace(root: string): Promise<Workspace> {
  const workspace = await makeEmptyWorkspace(root)
  const ferries = await added(workspace, 'Norland promises night ferries 🚢', FERRIES)
  const truce = await added(workspace, 'Truce holds in the hills', TRUCE)
  await writeRecord(workspace, ferries, 'Mira', {
    ...emptyRecord,
    status: 'done',
    annotations: AnnotationSet.from(marksOfMira(ferries.text)),
  })
  await writeRecord(workspace, truce, 'Jonas', {
    ...emptyRecord,
    status: 'in progress',
    corrections: { title: 'Truce holds in the hills for a second week' },
    annotations: AnnotationSet.from([{ ...mark(truce.text, 't1 actor', 'The League'), actor: 'league' }]),
  })
  await writeRegistry(workspace, 'Mira', actorsOfMira)
  await writeRegistry(workspace, 'Jonas', actorsOfJonas)
  return workspace
}

const actor = (id: string, name: string, rest: Partial<Actor> = {}): Actor => ({
  ...newActor({ id, name, now: NOW }),
  ...rest,
})

const actorsOfMira: readonly Actor[] = [
  actor('ada-quill', 'Ada Quill', { type: 'person', aliases: ['Transport Minister Ada Quill'] }),
  actor('norland', 'Norland', { type: 'state' }),
  actor('vesteria', 'Vesteria', {
    type: 'state',
    externalIds: { wikidata: 'Q0' },
    note: 'Across the strait.',
  }),
  actor('the-strait-states', 'the strait states', { type: 'composite', members: ['norland', 'vesteria'] }),
  actor('norland-govt', 'Government of Norland', { mergedInto: 'norland' }),
]

const actorsOfJonas: readonly Actor[] = [
  actor('league', 'The League', { type: 'intergovernmental organisation' }),
  actor('vesteria', 'Vesteria', { type: 'state', aliases: ['the island state'] }),
]

async function writeRegistry(
  { root }: Workspace,
  annotator: string,
  actors: readonly Actor[],
): Promise<void> {
  const registry = { actors: new Map(actors.map((one) => [one.id, one])), skips: [] }
  await writeFile(join(root, 'annotators', annotator, REGISTRY_NAME), registryToFile(registry, annotator))
}

export async function makeEmptyWorkspace(root: string): Promise<Workspace> {
  await mkdir(root, { recursive: true })
  const manifest = newManifest('6f1d1b5e-2a1c-4c53-9a53-0d1f6c0f7a11', 'Ferries and truces')
  await writeFile(join(root, 'glosswright.json'), manifestToFile(manifest))
  const opened = await openWorkspace(root)
  if (!opened.ok) throw new Error(opened.problem.sentence)
  return opened.value
}

async function added(workspace: Workspace, title: string, text: string): Promise<ArticleText> {
  const metadata = { ...NOTHING_KNOWN, title }
  const provenance = { encoding: 'utf-8', certainty: 100, byteOrderMark: false, original: null }
  const outcome = await addArticle(workspace, {
    text,
    metadata,
    evidence: {},
    boilerplate: [],
    provenance,
    original: null,
  })
  if (outcome.kind === 'failed') throw new Error(outcome.sentence)
  const article = await readArticle(workspace, outcome.id)
  if (!article.ok) throw new Error(article.problem.sentence)
  return article.value
}

export async function writeRecord(
  { root }: Workspace,
  source: ArticleText,
  annotator: string,
  record: AnnotationRecord,
): Promise<void> {
  const folder = join(root, 'annotators', annotator)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${source.article.id}.json`), recordWriter(source, annotator)(record))
}

function marksOfMira(text: string): Annotation[] {
  const again = { from: text.lastIndexOf('Vesteria') }
  return [
    { ...mark(text, 'm1 actor', 'Transport Minister Ada Quill'), actor: 'ada-quill' },
    { ...mark(text, 'm2 actor', 'Norland', { from: text.indexOf('that Norland') }), actor: 'norland' },
    {
      ...split(text, 'm3 commitment', ['would', 'run two night ferries by June']),
      attributes: { 'commitment-force': 'pledged', voice: 'paraphrased' },
      roles: {
        committer: [{ mention: 'm2' }],
        source: [{ mention: 'm1' }],
        beneficiary: [{ actor: 'the-strait-states' }],
      },
    },
    { ...mark(text, 'm4 actor', 'Vesteria'), actor: 'vesteria' },
    {
      ...mark(text, 'm5 accusation', 'accused Vesteria of blocking the strait'),
      roles: { accuser: [{ mention: 'm1' }], accused: [{ mention: 'm4' }] },
    },
    { ...mark(text, 'm6 actor', 'Vesteria', again), actor: 'vesteria' },
    {
      ...mark(text, 'm7 accusation', 'denied the charge'),
      attributes: { polarity: 'denied' },
      roles: { accused: [{ mention: 'm6' }], accuser: [{ constant: 'unknown' }] },
      links: [{ kind: 'responds-to', to: 'm5' }],
      note: 'Who in Vesteria?',
      certainty: 'unsure',
    },
  ]
}

/** @param name an id and a label. */
function mark(text: string, name: string, quote: string, { from } = { from: 0 }): Annotation {
  return named(name, spanOf(text, quote, from))
}

function split(text: string, name: string, quotes: readonly string[]): Annotation {
  const fragments = quotes.map((quote) => spanOf(text, quote, 0))
  return { ...named(name, hullOf(fragments)), fragments }
}

function named(name: string, span: Span): Annotation {
  const [id = '', label = ''] = name.split(' ')
  return manualAnnotation({ ...span, id, label, now: NOW })
}

function spanOf(text: string, quote: string, from: number): Span {
  const start = text.indexOf(quote, from)
  if (start < 0) throw new Error(`“${quote}” is not in the text`)
  return { start, end: start + quote.length }
}
