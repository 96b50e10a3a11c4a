import { failed } from '#shared/domain/result.ts'
import type { HandlerParts } from './handler-parts.ts'
import type { Handlers } from './wire.ts'

export const qualityHandlers = (_: HandlerParts): Pick<Handlers, 'quality:read' | 'quality:save'> => ({
  'quality:read': () => failed('To come.'),
  'quality:save': () => failed('To come.'),
})
