import type { AnnotationObject } from '#shared/format/annotation-object.ts'
import { OFFSETS } from '#shared/format/article-file.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { stableLine } from '#shared/format/json.ts'
import type { Adapter, ExportFrame, ExportSource, Sink } from '../adapter.ts'
import { annotatorParts } from '../annotator-parts.ts'
import { EXTRA, headOf } from '../extra-record.ts'
import { EVERYTHING } from '../format.ts'
import { relationsOf } from '../mark-relations.ts'
import { type ActorsById, namedActors, registryOf, withActors } from '../named-actors.ts'
import { labelStudioConfig } from './label-studio-config.ts'
import { readLabelStudio } from './label-studio-reading.ts'

/**
 * Tasks as Label Studio exports and imports them, each with an annotation for every annotator. Offsets are code points: Label
 * Studio's editor turns JavaScript's offsets into them before it saves. Regions carry their note, and what it has no
 * field for, in `meta`, which it gives back. Who made an annotation is not said in `completed_by`: an import is
 * refused as a whole where that is no user of the server. The labeling configuration that fits is in the first task's `meta`.
 */
async function write({ frame, articles }: ExportSource, sink: Sink): Promise<void> {
  const file = await sink.open('')
  await file.write('[')
  const setting = { frame, registry: registryOf(frame) }
  let number = 0
  for await (const article of articles()) {
    const task = taskOf(article, setting, ++number)
    await file.write(`${number > 1 ? ',' : ''}\n${stableLine(task)}`)
  }
  await file.write('\n]\n')
  await file.close()
}

type Setting = { readonly frame: ExportFrame; readonly registry: ActorsById }

function taskOf(article: DatasetArticle, { frame, registry }: Setting, id: number): object {
  const { scheme, tool } = frame
  const parts = annotatorParts(article).filter(({ annotator }) => annotator !== null)
  return {
    id,
    data: { text: article.text, title: article.title },
    meta: {
      [EXTRA]: {
        article: headOf(article),
        ...withActors(namedActors(article.annotations, registry)),
        offsets: OFFSETS,
        tool,
      },
      ...(id === 1 ? { label_config: labelStudioConfig(scheme) } : {}),
    },
    annotations: parts.map(({ annotations }) => ({
      result: [...annotations.flatMap(regionOf), ...annotations.flatMap(relationResults)],
      was_cancelled: false,
      ground_truth: false,
    })),
    predictions: [],
  }
}

function regionOf(annotation: AnnotationObject): readonly object[] {
  const { id, start, end, text, label, attributes, roles, links, note, ...rest } = annotation
  const { fragments: _, ...said } = rest
  const place = { start, end, text }
  const on = { id, to_name: 'text', origin: 'manual' }
  const meta = {
    ...(note === undefined ? {} : { text: [note] }),
    [EXTRA]: { ...said, roles, ...(links ? { links } : {}) },
  }
  const choices = Object.entries(attributes).map(([name, value]) => ({
    ...on,
    from_name: name,
    type: 'choices',
    value: { ...place, choices: [value] },
  }))
  return [
    { ...on, from_name: 'label', type: 'labels', value: { ...place, labels: [label] }, meta },
    ...choices,
  ]
}

const relationResults = (annotation: AnnotationObject): readonly object[] =>
  relationsOf(annotation).map(({ from, to, type }) => ({
    type: 'relation',
    from_id: from,
    to_id: to,
    direction: 'right',
    labels: [type],
  }))

export const labelStudio: Adapter = {
  format: {
    id: 'label-studio',
    title: 'Label Studio tasks (JSON)',
    summary: 'for Label Studio: tasks with regions, relations and choices',
    shape: 'file',
    ending: 'json',
    offsets: 'codepoint',
    reads: true,
    carries: { ...EVERYTHING, fragments: false, registry: false, scheme: false },
    options: [],
    source: 'https://labelstud.io/guide/task_format',
  },
  write,
  read: readLabelStudio,
}
