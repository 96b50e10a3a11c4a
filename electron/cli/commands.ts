import { agreement } from './agreement.ts'
import { annotate } from './annotate.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { exportCommand } from './export.ts'
import { formats } from './formats.ts'
import { importCommand } from './import.ts'
import { init } from './init.ts'
import { list } from './list.ts'
import { merge } from './merge.ts'
import { reanchorCommand } from './reanchor.ts'
import { reviewAnswersCommand } from './review-answers.ts'
import { reviewFileCommand } from './review-file.ts'
import { show } from './show.ts'
import { validate } from './validate.ts'

/** In the order of the help. */
export const COMMANDS: readonly Command[] = [
  init,
  importCommand,
  annotate,
  merge,
  list,
  show,
  exportCommand,
  agreement,
  reanchorCommand,
  reviewFileCommand,
  reviewAnswersCommand,
  validate,
  check,
  formats,
]

/** Named by the documentation; to come. */
export const LATER_COMMANDS: readonly string[] = ['suggest']
