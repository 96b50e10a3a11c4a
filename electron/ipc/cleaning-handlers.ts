import type { Desk } from '../desk.ts'
import type { Handlers } from './wire.ts'

/** What analysts have said of boilerplate, source by source. */
export const cleaningHandlers = (desk: Desk): Pick<Handlers, 'cleaning:read'> => ({
  'cleaning:read': () => {
    if (!desk.session) throw new Error('No workspace is open.')
    return desk.session.cleaning.view()
  },
})
