import * as z from 'zod'
import { afterMove, emptyHistory, type History, type Move, type Step } from '../domain/history.ts'
import { editSchema, shortText } from './edit-schema.ts'

/**
 * The history's file: what happened to it, a line of JSON each, so that adding to it is adding a line. Going through the
 * lines gives the history again. It is no part of anybody's work: what cannot be read is forgotten, with all before it.
 */
const step = z.strictObject({
  articleId: shortText.nullable(),
  edit: editSchema,
  typing: shortText.exactOptional(),
  bulk: z.uuid().exactOptional(),
  annotator: shortText.exactOptional(),
})
const move: z.ZodType<Move> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('do'), step }),
  z.strictObject({ kind: z.enum(['undo', 'redo']) }),
])

export const HISTORY_HEAD = `${JSON.stringify({ format: 'glosswright/history', version: 1 })}\n`

export const historyLine = (happened: Move): string => `${JSON.stringify(happened)}\n`

/** The history that a file holds, and in how many lines; one of another version holds none. */
export function readHistoryLog(content: string): { readonly history: History; readonly lines: number } {
  if (!content.startsWith(HISTORY_HEAD)) return { history: emptyHistory, lines: 0 }
  const lines = content.slice(HISTORY_HEAD.length).split('\n')
  // Behind the last line feed stands nothing, or what a kill left of a line.
  const whole = lines.slice(0, -1)
  const history = whole.reduce((before, line, i) => {
    const happened = move.safeParse(jsonOf(line))
    if (!happened.success) return emptyHistory
    const after = afterMove(before, happened.data)
    return i < whole.length - UNSURE_LINES ? after : withParts(before, after, happened.data)
  }, emptyHistory)
  return { history, lines: whole.length }
}

/** So many edits at the most wait to be saved when a kill comes, with much to spare. */
const UNSURE_LINES = 200

/** Where the newest step was joined to what there was, what it is joined of. */
function withParts(before: History, after: History, happened: Move): History {
  const [joined, newest] = [before.done.at(-1), after.done.at(-1)]
  const isJoined = happened.kind === 'do' && after.done.length === before.done.length && newest?.typing
  if (happened.kind !== 'do' || !isJoined || !joined || joined.typing !== newest.typing) return after
  const parts = [...(joined.parts ?? [joined.edit]), happened.step.edit]
  return { ...after, done: after.done.with(-1, { ...newest, parts }) }
}

/** A file that holds `history` in as few lines as can be. */
export function writeHistoryLog({ done, undone }: History): string {
  const steps = [...done, ...undone.toReversed()]
  const undos = undone.map((): Move => ({ kind: 'undo' }))
  return [
    HISTORY_HEAD,
    ...steps.map((one) => historyLine({ kind: 'do', step: withoutParts(one) })),
    ...undos.map(historyLine),
  ].join('')
}

const withoutParts = ({ parts: _, ...step }: Step): Step => step

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
