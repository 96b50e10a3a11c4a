import path from 'node:path'
import { markdownLine } from '#shared/domain/markdown-line.ts'
import type { QualityReport } from '#shared/domain/quality-report.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import { GOLD } from '#shared/domain/review.ts'
import { qualityMarkdown } from '#shared/format/quality-markdown.ts'
import { writeOut } from '../export/write-out.ts'
import { UNSAVED } from '../library/unsaved.ts'
import { qualityOf } from '../review/quality.ts'
import type { Session } from '../session.ts'
import type { HandlerParts } from './handler-parts.ts'
import type { Handlers } from './wire.ts'

const NO_WORKSPACE = 'No workspace is open.'

/** What is asked about what the dataset is like. */
export const qualityHandlers = ({
  desk,
  dialogs,
  documents,
}: HandlerParts): Pick<Handlers, 'quality:read' | 'quality:save'> => ({
  'quality:read': async () => (desk.session ? reportOf(desk.session) : failed(NO_WORKSPACE)),
  'quality:save': async () => {
    const { session } = desk
    if (!session) return failed(NO_WORKSPACE)
    const format = { title: 'Markdown', shape: 'file', ending: 'md' } as const
    const file = await dialogs.exportAs(format, path.join(documents, 'quality.md'))
    return file === null ? null : saved(session, file)
  },
})

async function reportOf(session: Session): Promise<Result<QualityReport>> {
  await session.flush()
  return qualityOf(session.workspace)
}

/** Where it was written to. */
async function saved(session: Session, file: string): Promise<Result<string>> {
  if (!(await session.flush())) return failed(UNSAVED)
  const report = await qualityOf(session.workspace)
  if (!report.ok) return report
  const { name, scheme } = session.workspace.manifest
  const page = { report: report.value, scheme, apart: GOLD, heading: '##' }
  const text = `# Quality of ${markdownLine(name)}\n\n${qualityMarkdown(page)}\n`
  return writeOut(session.workspace, file, text)
}
