import type { Mend } from '#shared/domain/hint.ts'
import { say, schemeInUse } from './desk.ts'

/** Leads to where a person mends what nothing else can. */
export function leadTo(mend: Exclude<Mend, { kind: 'edit' }>): void {
  const { roles, links } = schemeInUse()
  if (mend.kind === 'fill') say(`Say who fills the role “${titleOf(roles, mend.role)}”.`)
  else if (mend.kind === 'link') say(`Choose what “${titleOf(links, mend.link)}” leads to.`)
  else say('Say which actor is meant here.')
}

const titleOf = (all: readonly { readonly id: string; readonly title: string }[], wanted: string): string =>
  all.find(({ id }) => id === wanted)?.title ?? wanted
