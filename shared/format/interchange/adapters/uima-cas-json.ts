import * as z from 'zod'
import { parseJson } from '../../json.ts'
import { type Adapter, type InFile, type ReadEvent, UnreadableFile } from '../adapter.ts'
import { EVERYTHING } from '../format.ts'
import { type JsonPiece, jsonPieces } from '../json-pieces.ts'
import { readShape, refused } from '../read-values.ts'
import { casGroups, writeCases } from './cas/files.ts'
import { type ReadStructure, readCas } from './cas/read-cas.ts'
import type { Cas, CasStructure, CasValue } from './cas/structures.ts'
import { ARRAY, TYPES } from './cas/type-system.ts'

const STRUCTURES = '%FEATURE_STRUCTURES'
/** Before a feature's name: its value is the number of another structure; it is an offset; it is a float. */
const PREFIX = /^[@^#]/

/** Keywords come first and types before what is made with them, as the specification demands of writers. */
function written(cas: Cas): string {
  const lists = new ListNumbers(Math.max(cas.sofa, ...cas.structures.map(({ id }) => id)))
  const sofa = { sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: cas.text }
  const lines = [
    JSON.stringify({ '%ID': cas.sofa, '%TYPE': 'uima.cas.Sofa', ...sofa }),
    ...cas.structures.flatMap((structure) => structureLines(structure, lists)),
  ]
  const views = { _InitialView: { '%SOFA': cas.sofa, '%MEMBERS': cas.members } }
  return `{\n"%TYPES": ${TYPES_JSON},\n"${STRUCTURES}": [\n${lines.join(',\n')}\n],\n"%VIEWS": ${JSON.stringify(views)}\n}\n`
}

const TYPES_JSON = JSON.stringify(
  Object.fromEntries(
    TYPES.map(({ name, superType, description, features }) => [
      name,
      {
        '%NAME': name,
        '%SUPER_TYPE': superType,
        '%DESCRIPTION': description,
        ...Object.fromEntries(
          features.map(({ name: feature, range, elements }) => [
            feature,
            { '%NAME': feature, '%RANGE': range, ...(elements ? { '%ELEMENT_TYPE': elements } : {}) },
          ]),
        ),
      },
    ]),
  ),
)

/** Lists are structures of their own here; they get the numbers after all others. */
class ListNumbers {
  #last: number

  constructor(last: number) {
    this.#last = last
  }

  next(): number {
    return ++this.#last
  }
}

function structureLines({ id, type, features }: CasStructure, numbers: ListNumbers): readonly string[] {
  const lists: string[] = []
  const listed = (all: readonly number[]): number => {
    const list = numbers.next()
    lists.push(JSON.stringify({ '%ID': list, '%TYPE': ARRAY, '%ELEMENTS': all }))
    return list
  }
  const said = Object.entries(features).flatMap(([name, value]) => featureEntry(name, value, listed))
  return [JSON.stringify({ '%ID': id, '%TYPE': type, ...Object.fromEntries(said) }), ...lists]
}

type Entry = readonly [string, string | number]

function featureEntry(
  name: string,
  value: CasValue,
  listed: (all: readonly number[]) => number,
): readonly Entry[] {
  if (value === null) return []
  if (typeof value !== 'object') return [[name, value]]
  if ('one' in value) return [[`@${name}`, value.one]]
  return value.all.length > 0 ? [[`@${name}`, listed(value.all)]] : []
}

const structureSchema = z.looseObject({ '%TYPE': z.string() })
const idSchema = z.int().min(1)

/** Structures come as a list, or as an object by their ids. */
async function* read([file]: readonly InFile[]): AsyncGenerator<ReadEvent> {
  if (!file) return
  const structures: ReadStructure[] = []
  for await (const piece of jsonPieces(file, STRUCTURES)) {
    for (const found of structuresIn(piece)) {
      if ('reason' in found) yield refused({ file: file.path, line: found.line }, found.reason)
      else structures.push(found)
    }
  }
  yield* readCas(structures, file.path)
}

type Unread = { readonly reason: string; readonly line: number }

function structuresIn(piece: JsonPiece): readonly (ReadStructure | Unread)[] {
  const line = piece.kind === 'element' ? piece.line : undefined
  const json = parseJson(piece.text)
  if (!json.ok) throw new UnreadableFile(json.problem.sentence, line)
  if (line === undefined) return structuresByKey(json.value)
  const found = structureOf(json.value, Object(json.value)['%ID'], line)
  return [typeof found === 'string' ? { reason: found, line } : found]
}

function structuresByKey(frame: unknown): readonly ReadStructure[] {
  const all: unknown = Object(frame)[STRUCTURES]
  if (typeof all !== 'object' || all === null)
    throw new UnreadableFile(`It has no “${STRUCTURES}”, so it is no UIMA CAS.`)
  return Object.entries(all).map(([id, value]) => {
    const found = structureOf(value, Number(id))
    if (typeof found === 'string') throw new UnreadableFile(`The feature structure ${id}: ${found}`)
    return found
  })
}

/** A sentence where it is none. */
function structureOf(value: unknown, id: unknown, line?: number): ReadStructure | string {
  const shape = readShape(structureSchema, value)
  const number = idSchema.safeParse(id)
  if (!shape.ok) return shape.reason
  if (!number.success) return 'Its “%ID” is no positive whole number.'
  const features = Object.entries(shape.value).flatMap(([key, inner]) => textEntry(key, inner))
  return {
    id: number.data,
    type: shape.value['%TYPE'],
    features: new Map(features),
    ...(line === undefined ? {} : { line }),
  }
}

function textEntry(key: string, value: unknown): readonly (readonly [string, string])[] {
  if (key === '%ELEMENTS') return Array.isArray(value) ? [['elements', value.join(' ')]] : []
  if (key.startsWith('%') || value === null || typeof value === 'object') return []
  return [[key.replace(PREFIX, ''), `${value}`]]
}

export const uimaCasJson: Adapter = {
  format: {
    id: 'uima-cas-json',
    title: 'UIMA CAS JSON',
    summary: 'for UIMA and INCEpTION, each annotator of an article in a file',
    shape: 'folder',
    ending: 'json',
    offsets: 'utf16',
    reads: true,
    carries: { ...EVERYTHING, registry: false, scheme: false },
    options: [],
    source: 'https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc',
  },
  write: (source, sink) => writeCases(source, sink, { ending: 'json', written }),
  read,
  groups: casGroups('json'),
}
