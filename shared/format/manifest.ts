import * as z from 'zod'
import { ACA_1 } from '../domain/aca-1.ts'
import type { Scheme } from '../domain/scheme.ts'
import { stableJson } from './json.ts'
import { type FileKind, readVersioned, type Versioned, withHeader } from './versioned.ts'

export const MANIFEST_NAME = 'glosswright.json'

/** The one file that makes a folder a workspace. */
export type Manifest = { readonly id: string; readonly name: string; readonly scheme: Scheme }

const named = { id: z.string().min(1), title: z.string() }
const on = z.array(z.string())

export const schemeSchema = z.object({
  ...named,
  labels: z
    .array(
      z.object({
        ...named,
        key: z.string().min(1),
        shape: z.enum(['tint', 'underline', 'wave']),
        hue: z.number(),
        description: z.string(),
      }),
    )
    .refine(haveOwnIds, 'two labels have the same id'),
  roles: z.array(z.object({ ...named, on })),
  attributes: z.array(z.object({ ...named, on, values: z.array(z.string()).min(1) })),
  links: z.array(z.object({ ...named, on })),
  guidelines: z.string(),
})

function haveOwnIds(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map(({ id }) => id)).size === items.length
}

const MANIFEST: FileKind<Manifest> = {
  format: 'glosswright/workspace',
  version: 1,
  noun: 'workspace',
  schema: z.object({ id: z.uuid(), name: z.string(), scheme: schemeSchema }),
  migrations: [],
}

export const newManifest = (id: string, name: string): Manifest => ({ id, name, scheme: ACA_1 })

export const manifestToFile = (manifest: Manifest): string => stableJson(withHeader(MANIFEST, manifest))

export const readManifest = (text: string, file: string): Versioned<Manifest> =>
  readVersioned(MANIFEST, text, file)
