import path from 'node:path'
import { failed } from '#shared/domain/result.ts'
import type { Desk } from '../desk.ts'
import type { Dialogs } from '../dialogs.ts'
import { writeScheme } from '../library/scheme-files.ts'
import { schemeUses } from '../library/scheme-uses.ts'
import { migrate, offeredScheme, preview } from '../scheme-work.ts'
import type { Handlers } from './wire.ts'

export type SchemeHandlerParts = {
  readonly desk: Desk
  readonly dialogs: Dialogs
  readonly documents: string
}

type SchemeChannel = Exclude<Extract<keyof Handlers, `scheme:${string}`>, 'scheme:read'>

const NO_WORKSPACE = 'No workspace is open.'

/** What is done about the scheme that is more than an edit. */
export function schemeHandlers({
  desk,
  dialogs,
  documents,
}: SchemeHandlerParts): Pick<Handlers, SchemeChannel> {
  return {
    'scheme:uses': async () => {
      const { session } = desk
      if (!session) return []
      await session.flush()
      return schemeUses(session.workspace, session.annotator)
    },
    'scheme:preview': async (migration) =>
      desk.session ? preview(desk.session, migration) : failed(NO_WORKSPACE),
    'scheme:migrate': async (migration) => {
      if (!desk.session) return failed(NO_WORKSPACE)
      const report = await migrate(desk.session, migration)
      desk.showScheme()
      return report
    },
    'scheme:export': async () => {
      if (!desk.session) return failed(NO_WORKSPACE)
      const { scheme } = desk.session.workspace.manifest
      const file = await dialogs.exportScheme(path.join(documents, `${scheme.id}.json`))
      return file ? writeScheme(scheme, file) : null
    },
    'scheme:import': async () => {
      const file = await dialogs.schemeFile()
      return file ? offeredScheme(file) : null
    },
  }
}
