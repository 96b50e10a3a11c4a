import * as z from 'zod'
import type { Scheme } from '../domain/scheme.ts'
import { schemeFault } from '../domain/scheme-edits.ts'
import { stableJson } from './json.ts'
import { schemeSchema } from './scheme-schema.ts'
import { damaged, type FileKind, readVersioned, type Versioned, withHeader } from './versioned.ts'

/** A scheme by itself, to be taken from one workspace to another. */
const SCHEME: FileKind<{ readonly scheme: Scheme }> = {
  format: 'glosswright/scheme',
  version: 1,
  noun: 'scheme',
  schema: z.object({ scheme: schemeSchema }),
  migrations: [],
}

export const schemeToFile = (scheme: Scheme): string => stableJson(withHeader(SCHEME, { scheme }))

/** `file` names it in sentences. */
export function readSchemeFile(text: string, file: string): Versioned<Scheme> {
  const read = readVersioned(SCHEME, text, file)
  if (read.kind === 'newer') return { ...read, value: null }
  if (read.kind !== 'current') return read
  const fault = schemeFault(read.value.scheme)
  return fault ? damaged(file, fault) : { kind: 'current', value: read.value.scheme }
}
