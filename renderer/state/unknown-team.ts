import type { Access } from '#shared/domain/access.ts'
import { emptyTeam, type Team } from '#shared/domain/team.ts'

/** Until it is known whether others' marks may be looked at, they are not shown. */
export const unknownTeam: { readonly team: Team; readonly teamAccess: Access } = {
  team: { ...emptyTeam, sight: 'blind' },
  teamAccess: { kind: 'read', sentence: 'It is still being read how the work is shared.' },
}
