import type * as z from 'zod'
import { parseJson } from './json.ts'

/**
 * One mechanism for every kind of file: `format` says what a file is, `version` which shape its body has. A file of
 * an older version is brought up to date in memory, one migration a step; one of a newer version is never guessed at.
 */
export type FileKind<Body> = {
  readonly format: string
  readonly version: number
  /** What a person calls it: "workspace", "annotation file". */
  readonly noun: string
  readonly schema: z.ZodType<Body>
  /** `migrations[n]` turns a file of version n + 1 into one of version n + 2. */
  readonly migrations: readonly ((old: unknown) => unknown)[]
}

export type Versioned<T> =
  | { readonly kind: 'current'; readonly value: T }
  /** `value` is what can be read of it as the version we know, null when that is nothing. */
  | { readonly kind: 'newer'; readonly version: number; readonly sentence: string; readonly value: T | null }
  | { readonly kind: 'foreign' | 'damaged'; readonly sentence: string }

/** Reads a file's content; `file` names it in sentences. */
export function readVersioned<Body>(kind: FileKind<Body>, text: string, file: string): Versioned<Body> {
  const json = parseJson(text)
  if (!json.ok) return damaged(file, json.problem.sentence)
  const header = headerOf(json.value)
  if (header.format !== kind.format) {
    return { kind: 'foreign', sentence: `“${file}” is not a Glosswright ${kind.noun}.` }
  }
  if (!isVersion(header.version)) return damaged(file, 'Its version number is missing.')
  if (header.version > kind.version) return newer(kind, json.value, header.version, file)
  return readBody(kind, migrate(kind, json.value, header.version), file)
}

/** The version that a file's content says it has; null where it says none. */
export function versionIn(text: string): number | null {
  const json = parseJson(text)
  const { version } = headerOf(json.ok ? json.value : null)
  return isVersion(version) ? version : null
}

/** The content of a file, `body` with its header. */
export const withHeader = <Body>({ format, version }: FileKind<Body>, body: Body) => ({
  format,
  version,
  ...body,
})

/** `why` is a sentence about the file. */
export const damaged = (file: string, why: string) =>
  ({
    kind: 'damaged',
    sentence: `“${file}” is damaged: ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
  }) as const

function headerOf(value: unknown): { readonly format?: unknown; readonly version?: unknown } {
  return typeof value === 'object' && value !== null ? value : {}
}

const isVersion = (version: unknown): version is number => Number.isInteger(version) && Number(version) >= 1

function migrate<Body>({ migrations, version }: FileKind<Body>, value: unknown, from: number): unknown {
  return migrations.slice(from - 1, version - 1).reduce((old, step) => step(old), value)
}

function newer<Body>(kind: FileKind<Body>, value: unknown, version: number, file: string): Versioned<Body> {
  const sentence = `“${file}” was written by a newer Glosswright. Update Glosswright to work on it.`
  return { kind: 'newer', version, sentence, value: kind.schema.safeParse(value).data ?? null }
}

function readBody<Body>(kind: FileKind<Body>, value: unknown, file: string): Versioned<Body> {
  const parsed = kind.schema.safeParse(value)
  return parsed.success
    ? { kind: 'current', value: parsed.data }
    : damaged(file, firstFault(parsed.error.issues))
}

function firstFault(issues: readonly z.core.$ZodIssue[]): string {
  const [issue] = issues
  const place = issue?.path.join('.') ?? ''
  return place ? `Something is wrong at “${place}”: ${issue?.message}.` : `${issue?.message}.`
}
