import type * as z from 'zod'
import { type DatasetActor, type DatasetArticle, datasetActorSchema } from '#shared/format/dataset.ts'
import { stableJson, stableLine } from '#shared/format/json.ts'
import { schemeSchema } from '#shared/format/scheme-schema.ts'
import type { Adapter, ExportSource, InFile, OutFile, ReadEvent, Sink } from '../adapter.ts'
import { EVERYTHING, type Format, optionValue } from '../format.ts'
import { linesIn, wholeText } from '../in-file.ts'
import { readRecord, refused } from '../read-values.ts'
import { type Config, cardText } from './huggingface/card.ts'
import { Counts } from './huggingface/counts.ts'
import { rowsById } from './huggingface/dataset-rows.ts'
import { eventsOfRecord } from './huggingface/from-record.ts'
import { ParquetOut } from './huggingface/parquet-out.ts'
import { recordOf } from './huggingface/record.ts'
import { type Shares, SPLITS, type SplitName, splitsOf } from './huggingface/splits.ts'

const format: Format = {
  id: 'huggingface',
  title: 'Hugging Face dataset',
  summary: 'a folder with a dataset card, split for training, validation and test',
  shape: 'folder',
  ending: 'parquet',
  offsets: 'codepoint',
  reads: true,
  carries: EVERYTHING,
  options: [
    {
      id: 'files',
      title: 'Files',
      values: [
        { id: 'parquet+jsonl', title: 'Parquet and JSONL' },
        { id: 'parquet', title: 'Parquet only: smaller' },
        { id: 'jsonl', title: 'JSONL only: opens in any text editor' },
      ],
    },
    {
      id: 'split',
      title: 'Articles for training, validation and test, in percent',
      values: ['80/10/10', '70/15/15', '90/5/5', '80/20/0', '80/0/20', '100/0/0'].map((id) => ({
        id,
        title: id === '100/0/0' ? 'All for training' : id.replaceAll('/', ' / '),
      })),
    },
    { id: 'license', title: 'Licence, as the dataset card names it', values: [] },
  ],
  source: 'https://huggingface.co/docs/hub/datasets-adding',
}

const PARQUET: Config = { name: 'default', path: (split) => `data/${split}-00000-of-00001.parquet` }
const LINES: Config = { name: 'jsonl', path: (split) => `jsonl/${split}.jsonl` }

async function write(source: ExportSource, sink: Sink): Promise<void> {
  const shares = optionValue(format, source.options, 'split')
  const files = optionValue(format, source.options, 'files')
  const sides = await splitsOf(source.articles(), shares.split('/').map(Number) as unknown as Shares)
  const splits = SPLITS.filter((split) => split === 'train' || sides.includes(split))
  const counts = new Counts(source.frame.scheme)
  const outs = await openSplits(splits, files, sink)
  let index = 0
  for await (const article of source.articles()) {
    const split = sides[index++] ?? 'train'
    counts.add(split, article)
    for (const out of outs.get(split) ?? []) await out.add(article)
  }
  for (const out of [...outs.values()].flat()) await out.close()
  const configs =
    files === 'jsonl'
      ? [{ ...LINES, name: PARQUET.name }]
      : files === 'parquet'
        ? [PARQUET]
        : [PARQUET, LINES]
  const license = optionValue(format, source.options, 'license')
  await writeAround(source, sink, cardText({ frame: source.frame, counts, license, shares, configs, splits }))
}

type SplitOut = {
  readonly add: (article: DatasetArticle) => Promise<void>
  readonly close: () => Promise<void>
}

async function openSplits(
  splits: readonly SplitName[],
  files: string,
  sink: Sink,
): Promise<ReadonlyMap<SplitName, readonly SplitOut[]>> {
  const outs = new Map<SplitName, SplitOut[]>()
  for (const split of splits)
    outs.set(split, [
      ...(files === 'jsonl' ? [] : [parquetOut(await sink.open(PARQUET.path(split)))]),
      ...(files === 'parquet' ? [] : [linesOut(await sink.open(LINES.path(split)))]),
    ])
  return outs
}

/** Characters that an annotation takes beside its words, roughly. */
const MARK_SIZE = 400

function parquetOut(file: OutFile): SplitOut {
  const parquet = new ParquetOut(file)
  return {
    add: (article) =>
      parquet.add(recordOf(article), article.text.length + MARK_SIZE * article.annotations.length),
    close: () => parquet.close(),
  }
}

const linesOut = (file: OutFile): SplitOut => ({
  add: (article) => file.write(`${stableLine(recordOf(article))}\n`),
  close: () => file.close(),
})

async function writeAround({ frame }: ExportSource, sink: Sink, card: string): Promise<void> {
  const contents = [
    ['README.md', card],
    ['scheme.json', stableJson(frame.scheme)],
    ['actors.jsonl', frame.actors.map((actor) => `${stableLine(actor)}\n`).join('')],
  ] as const
  for (const [path, content] of contents) {
    const file = await sink.open(path)
    if (content !== '') await file.write(content)
    await file.close()
  }
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

async function* read(files: readonly InFile[]): AsyncGenerator<ReadEvent> {
  const named = (name: string) => files.find(({ path }) => nameOf(path) === name)
  const [scheme, actors] = [named('scheme.json'), named('actors.jsonl')]
  if (scheme) yield await schemeIn(scheme)
  if (actors) yield* actorsIn(actors)
  for await (const row of rowsById(files.filter(({ path }) => isOfSplit(path)))) {
    if (row.kind === 'row') yield* eventsOfRecord(row.value, row.place)
    else yield row.refusal
  }
}

const isOfSplit = (path: string): boolean =>
  /\.(parquet|jsonl)$/i.test(path) && nameOf(path) !== 'actors.jsonl'

async function schemeIn(file: InFile): Promise<ReadEvent> {
  const read = readRecord(schemeSchema, await wholeText(file))
  if (!read.ok) return refused({ file: file.path }, read.reason)
  return { kind: 'frame', frame: { scheme: read.value as z.infer<typeof schemeSchema> } }
}

async function* actorsIn(file: InFile): AsyncGenerator<ReadEvent> {
  const actors: DatasetActor[] = []
  for await (const { text, number } of linesIn(file)) {
    const read = readRecord(datasetActorSchema, text)
    if (read.ok) actors.push(read.value as DatasetActor)
    else yield refused({ file: file.path, line: number }, read.reason)
  }
  yield { kind: 'frame', frame: { actors } }
}

const groups = (paths: readonly string[]): readonly (readonly string[])[] => {
  const own = paths.filter(
    (path) => isOfSplit(path) || ['actors.jsonl', 'scheme.json'].includes(nameOf(path)),
  )
  return own.length > 0 ? [own] : []
}

export const huggingface: Adapter = { format, write, read, groups }
