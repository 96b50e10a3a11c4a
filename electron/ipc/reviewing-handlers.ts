import { failed } from '#shared/domain/result.ts'
import type { HandlerParts } from './handler-parts.ts'
import type { Handlers } from './wire.ts'

export const reviewingHandlers = (
  _: HandlerParts,
): Pick<Handlers, 'reviewing:list' | 'reviewing:summary'> => ({
  'reviewing:list': () => failed('To come.'),
  'reviewing:summary': () => failed('To come.'),
})
