import { failed } from '#shared/domain/result.ts'
import type { HandlerParts } from './handler-parts.ts'
import type { Handlers } from './wire.ts'

export const teamHandlers = (
  _: HandlerParts,
): Pick<Handlers, 'team:read' | 'team:progress' | 'annotator:switch' | 'article:marks' | 'review:edit'> => ({
  'team:read': () => ({ sight: 'layer', assignments: {} }),
  'team:progress': () => failed('To come.'),
  'annotator:switch': () => failed('To come.'),
  'article:marks': () => failed('To come.'),
  'review:edit': () => failed('To come.'),
})
