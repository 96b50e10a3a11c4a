import * as z from 'zod'
import type { Actor } from '../domain/actor.ts'
import type { Registry } from '../domain/registry.ts'
import { stableJson, stableLine } from './json.ts'
import { damaged, type FileKind, readVersioned, type Versioned, withHeader } from './versioned.ts'

export const REGISTRY_NAME = 'actors.json'

/** An actor as every file of ours has it, an annotator's own and the dataset alike. */
export const actorSchema = z.object({
  id: z.string().min(1),
  name: z.string().regex(/\S/, 'an actor has a name'),
  type: z.string().nullable(),
  aliases: z.array(z.string()),
  country: z.string().nullable(),
  externalIds: z.record(z.string(), z.string()),
  members: z.array(z.string()),
  note: z.string(),
  mergedInto: z.string().nullable(),
  settled: z.record(z.string(), z.iso.datetime()),
  created: z.iso.datetime(),
  updated: z.iso.datetime(),
})

const actorsFileSchema = z.object({
  annotator: z.string(),
  actors: z.array(actorSchema),
  skips: z.array(z.string()),
})
type ActorsFile = z.infer<typeof actorsFileSchema>

const ACTORS: FileKind<ActorsFile> = {
  format: 'glosswright/actors',
  version: 1,
  noun: 'actor registry',
  schema: actorsFileSchema,
  migrations: [],
}

/** The registry's file, one actor a line, by id. */
export function registryToFile({ actors, skips }: Registry, annotator: string): string {
  const lines = actorsById(actors.values()).map((actor) => `    ${stableLine(actor)}`)
  const json = stableJson(withHeader(ACTORS, { annotator, actors: [], skips: [...skips] }))
  if (lines.length === 0) return json
  // `actors` is the first of the sorted keys, so its empty list is the first one in the file.
  const at = json.indexOf('[]')
  return `${json.slice(0, at)}[\n${lines.join(',\n')}\n  ]${json.slice(at + 2)}`
}

export const actorsById = (actors: Iterable<Actor>): Actor[] =>
  [...actors].sort((a, b) => (a.id < b.id ? -1 : 1))

/** Reads a registry; `file` names it in sentences. */
export function readRegistryFile(json: string, file: string): Versioned<Registry> {
  const read = readVersioned(ACTORS, json, file)
  if (read.kind === 'newer') return { ...read, value: read.value && registryOf(read.value) }
  if (read.kind !== 'current') return read
  const { actors } = read.value
  if (new Set(actors.map(({ id }) => id)).size < actors.length)
    return damaged(file, 'Two actors have the same id.')
  return { kind: 'current', value: registryOf(read.value) }
}

const registryOf = ({ actors, skips }: ActorsFile): Registry => ({
  actors: new Map(actors.map((actor) => [actor.id, actor])),
  skips,
})
