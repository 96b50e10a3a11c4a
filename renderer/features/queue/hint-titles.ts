import type { HintKind } from '#shared/domain/hint.ts'

/** What each kind of hint is called where all of a kind are meant. */
export const HINT_TITLES: { readonly [K in HintKind]: string } = {
  'role-empty': 'nobody in a role',
  'not-linked': 'not linked to an actor',
  'in-boilerplate': 'in boilerplate',
  'marked-twice': 'marked twice',
  'loose-edge': 'punctuation at the edge',
  'link-expected': 'link expected',
  dangling: 'leads nowhere',
}
