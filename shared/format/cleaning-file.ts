import * as z from 'zod'
import { type Cleaning, type CleaningRule, RULE_SCOPES } from '../domain/cleaning-rule.ts'
import { stableJson, stableLine } from './json.ts'
import { damaged, type FileKind, readVersioned, type Versioned, withHeader } from './versioned.ts'

export const CLEANING_NAME = 'cleaning.json'

const WHOLE = /^\P{Cs}*$/u

export const ruleSchema = z.object({
  id: z.string().min(1),
  source: z.string().min(1).regex(WHOLE, 'a source is no half of a character'),
  as: z.enum(RULE_SCOPES),
  words: z
    .string()
    .regex(/^\S(?:[^\n]*\S)?$/, 'the words of a rule stand in one line')
    .regex(WHOLE, 'the words of a rule are no half of a character'),
  kind: z.string().min(1).nullable(),
  created: z.iso.datetime(),
})

const cleaningFileSchema = z.object({ annotator: z.string(), rules: z.array(ruleSchema) })
type CleaningFile = z.infer<typeof cleaningFileSchema>

const CLEANING: FileKind<CleaningFile> = {
  format: 'glosswright/cleaning',
  version: 1,
  noun: 'list of cleaning rules',
  schema: cleaningFileSchema,
  migrations: [],
}

/** The file of an annotator's cleaning rules, one a line, by id. */
export function cleaningToFile({ rules }: Cleaning, annotator: string): string {
  const lines = rulesById(rules.values()).map((rule) => `    ${stableLine(rule)}`)
  const json = stableJson(withHeader(CLEANING, { annotator, rules: [] }))
  if (lines.length === 0) return json
  const at = json.indexOf('"rules": []') + '"rules": ['.length
  return `${json.slice(0, at)}\n${lines.join(',\n')}\n  ${json.slice(at)}`
}

const rulesById = (rules: Iterable<CleaningRule>): CleaningRule[] =>
  [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))

/** Reads cleaning rules; `file` names the file in sentences. */
export function readCleaningFile(json: string, file: string): Versioned<Cleaning> {
  const read = readVersioned(CLEANING, json, file)
  if (read.kind === 'newer') return { ...read, value: read.value && cleaningOf(read.value) }
  if (read.kind !== 'current') return read
  const cleaning = cleaningOf(read.value)
  if (cleaning.rules.size < read.value.rules.length) return damaged(file, 'Two rules have the same id.')
  return { kind: 'current', value: cleaning }
}

const cleaningOf = ({ rules }: CleaningFile): Cleaning => ({
  rules: new Map(rules.map((rule) => [rule.id, rule])),
})
