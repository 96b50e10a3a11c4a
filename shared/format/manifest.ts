import * as z from 'zod'
import { ACA_1 } from '../domain/aca-1.ts'
import type { Scheme } from '../domain/scheme.ts'
import { stableJson } from './json.ts'
import { schemeFromVersion1, schemeSchema } from './scheme-schema.ts'
import { type FileKind, readVersioned, type Versioned, withHeader } from './versioned.ts'

export const MANIFEST_NAME = 'glosswright.json'
export const MANIFEST_VERSION = 2

/** The one file that makes a folder a workspace. */
export type Manifest = { readonly id: string; readonly name: string; readonly scheme: Scheme }

const MANIFEST: FileKind<Manifest> = {
  format: 'glosswright/workspace',
  version: MANIFEST_VERSION,
  noun: 'workspace',
  schema: z.object({ id: z.uuid(), name: z.string(), scheme: schemeSchema }),
  migrations: [(old) => withScheme(old, schemeFromVersion1)],
}

function withScheme(manifest: unknown, migrate: (scheme: unknown) => unknown): unknown {
  const { scheme, ...rest } = Object(manifest) as { scheme?: unknown }
  return { ...rest, scheme: migrate(scheme) }
}

export const newManifest = (id: string, name: string, scheme: Scheme = ACA_1): Manifest => ({
  id,
  name,
  scheme,
})

export const manifestToFile = (manifest: Manifest): string => stableJson(withHeader(MANIFEST, manifest))

export const readManifest = (text: string, file: string): Versioned<Manifest> =>
  readVersioned(MANIFEST, text, file)
