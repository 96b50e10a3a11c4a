import * as z from 'zod'
import { STATUSES } from '../domain/record.ts'
import { DATASET_TEXTS } from './dataset.ts'
import { LOSS_RULES } from './interchange/overlaps.ts'
import { stableJson } from './json.ts'
import { type FileKind, readVersioned, type Versioned, withHeader } from './versioned.ts'

/** All that says what an export holds, and how; where it goes is said each time. */
export const exportSettingsSchema = z.object({
  /** Id of a format. */
  format: z.string(),
  /** Names; null: everybody. */
  annotators: z.array(z.string()).readonly().nullable(),
  /** Ids of labels; null: all. */
  labels: z.array(z.string()).readonly().nullable(),
  /** Null: articles of any status. */
  statuses: z.array(z.enum(STATUSES)).readonly().nullable(),
  /** Ids of articles; null: all. */
  articles: z.array(z.string()).readonly().nullable(),
  /** Unsure marks are left out. */
  isSureOnly: z.boolean(),
  text: z.enum(DATASET_TEXTS),
  /** How it is settled what stays where the format cannot hold all. */
  rule: z.enum(LOSS_RULES),
  /** Labels by precedence, for the rule `label`. */
  precedence: z.array(z.string()).readonly(),
  onLoss: z.enum(['report', 'fail']),
  /** Of the format, by their ids. */
  options: z.record(z.string(), z.string()),
})
export type ExportSettings = z.infer<typeof exportSettingsSchema>

/** Everything, in a format. */
export const everythingAs = (format: string): ExportSettings => ({
  format,
  annotators: null,
  labels: null,
  statuses: null,
  articles: null,
  isSureOnly: false,
  text: 'full',
  rule: 'longest',
  precedence: [],
  onLoss: 'report',
  options: {},
})

/** Settings under a name: a file of the workspace's, `exports/<id>.json`. */
export type ExportPreset = { readonly name: string; readonly settings: ExportSettings }

export const PRESET_FORMAT = 'glosswright/export-preset'

const PRESET: FileKind<ExportPreset> = {
  format: PRESET_FORMAT,
  version: 1,
  noun: 'export preset',
  schema: z.object({ name: z.string().min(1), settings: exportSettingsSchema }),
  migrations: [],
}

export const presetToFile = (preset: ExportPreset): string => stableJson(withHeader(PRESET, preset))

export const readPreset = (text: string, file: string): Versioned<ExportPreset> =>
  readVersioned(PRESET, text, file)
