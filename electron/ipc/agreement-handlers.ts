import { failed } from '#shared/domain/result.ts'
import type { HandlerParts } from './handler-parts.ts'
import type { Handlers } from './wire.ts'

export const agreementHandlers = (
  _: HandlerParts,
): Pick<Handlers, 'agreement:measure' | 'agreement:cancel'> => ({
  'agreement:measure': () => failed('To come.'),
  'agreement:cancel': () => null,
})
