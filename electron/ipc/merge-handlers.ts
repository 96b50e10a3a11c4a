import { failed } from '#shared/domain/result.ts'
import type { HandlerParts } from './handler-parts.ts'
import type { Handlers } from './wire.ts'

export const mergeHandlers = (
  _: HandlerParts,
): Pick<Handlers, 'merge:choose' | 'merge:take' | 'merge:cancel'> => ({
  'merge:choose': () => failed('To come.'),
  'merge:take': () => failed('To come.'),
  'merge:cancel': () => null,
})
