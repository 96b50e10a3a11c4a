import { failed } from '#shared/domain/result.ts'
import type { HandlerParts } from './handler-parts.ts'
import type { Handlers } from './wire.ts'

export const reviewFileHandlers = (
  _: HandlerParts,
): Pick<Handlers, 'review-file:make' | 'review-file:choose' | 'review-file:take'> => ({
  'review-file:make': () => failed('To come.'),
  'review-file:choose': () => failed('To come.'),
  'review-file:take': () => failed('To come.'),
})
