import { failed } from '#shared/domain/result.ts'
import type { HandlerParts } from './handler-parts.ts'
import type { Handlers } from './wire.ts'

export const adjudicationHandlers = (
  _: HandlerParts,
): Pick<Handlers, 'adjudication:list' | 'adjudication:preview' | 'adjudication:apply'> => ({
  'adjudication:list': () => failed('To come.'),
  'adjudication:preview': () => failed('To come.'),
  'adjudication:apply': () => failed('To come.'),
})
