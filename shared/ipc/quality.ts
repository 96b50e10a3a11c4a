import type { QualityReport } from '../domain/quality-report.ts'
import type { Result } from '../domain/result.ts'

export type QualityRequests = {
  'quality:read': { args: []; result: Result<QualityReport> }
  /** Writes it as Markdown; null when the analyst cancelled the dialog. */
  'quality:save': { args: []; result: Result<string> | null }
}
