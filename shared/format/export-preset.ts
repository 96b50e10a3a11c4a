import * as z from 'zod'
import { STATUSES } from '../domain/record.ts'
import { DATASET_TEXTS } from './dataset.ts'
import type { ExportSettings } from './export-settings.ts'
import { LOSS_RULES } from './interchange/overlaps.ts'
import { stableJson } from './json.ts'
import { type FileKind, readVersioned, type Versioned, withHeader } from './versioned.ts'

export const exportSettingsSchema = z.object({
  format: z.string(),
  annotators: z.array(z.string()).readonly().nullable(),
  labels: z.array(z.string()).readonly().nullable(),
  statuses: z.array(z.enum(STATUSES)).readonly().nullable(),
  articles: z.array(z.string()).readonly().nullable(),
  isSureOnly: z.boolean(),
  text: z.enum(DATASET_TEXTS),
  rule: z.enum(LOSS_RULES),
  precedence: z.array(z.string()).readonly(),
  onLoss: z.enum(['report', 'fail']),
  options: z.record(z.string(), z.string()),
}) satisfies z.ZodType<ExportSettings>

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
