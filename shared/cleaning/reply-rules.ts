import { type LineRule, lineRule } from './line-rule.ts'

/** What asks the reader for something: an address for a newsletter, a comment. */
const SIGN_UP: readonly RegExp[] = [
  /^(?:sign ?up|subscribe|register)\b.{0,80}\b(?:newsletters?|inbox|alerts?|e-?mails?|updates|briefing)\b.{0,30}$/iu,
  /^get\b.{0,100}\b(?:(?:in|to) your inbox|newsletter)\b.{0,20}$/iu,
  /^enter your e-?mail(?: address)?\b.{0,30}$/iu,
  /^by (?:signing up|clicking|subscribing)\b.{0,40} you agree\b.{0,90}$/iu,
  /^(?:subscribe|sign in|log in) to (?:continue|keep) reading\b.{0,40}$/iu,
  /^already a (?:subscriber|member)\?.{0,30}$/iu,
  /^(?:newsletter (?:abonnieren|bestellen)|(?:inscrivez|abonnez)-vous\b.{0,60}|recevez (?:notre|nos|la|chaque)\b.{0,60}|suscríb(?:ase|ete)\b.{0,60}|iscriviti\b.{0,60})$/iu,
]
const MAIL: readonly RegExp[] = [
  /^(?:having trouble .{0,40}\? ?)?(?:view|read|open) (?:this (?:e-?mail|message|newsletter) )?(?:in|on) (?:your |a )?(?:web )?browser\b.{0,20}$/iu,
  /^(?:unsubscribe|abmelden|se désabonner|darse de baja)\b.{0,80}$/iu,
  /^(?:manage|update|change) (?:your )?(?:e-?mail |subscription )?(?:preferences|settings)\b.{0,40}$/iu,
  /^you(?:[’']re| are)? (?:receiv(?:ing|ed)|got) this (?:e-?mail|newsletter|message) because\b.{0,110}$/iu,
  /^was this (?:e-?mail|newsletter) forwarded\b.{0,80}$/iu,
]
const FORM =
  /^(?:(?:leave|post|add|write) (?:a|your) (?:comment|reply)|join the (?:conversation|discussion)|kommentar(?: (?:schreiben|verfassen))?|kommentare|(?:laissez|laisser|ajouter) un commentaire|(?:deja|dejar|escribe) un comentario|lascia un commento|comentarios|commentaires)(?: ?\(\d+\))?[.…:!]*$/iu
const FORM_PARTS: readonly RegExp[] = [
  /^\d+ (?:comments?|replies|responses|kommentare|commentaires|comentarios)$/iu,
  /^(?:comments?|kommentare|commentaires|comentarios) ?\(\d+\)$/iu,
  /^\d+ (?:thoughts?|comments?) on .{2,130}$/iu,
  /^(?:comments are closed|(?:log|sign) in to (?:comment|reply)|view (?:all )?comments|post comment)\b.{0,20}$/iu,
  /^your (?:e-?mail|address) (?:address )?will not be published\b.{0,80}$/iu,
  /^(?:\[ ?\] ?)?(?:save my name\b.{0,100}|notify me (?:of|by|when)\b.{0,60})$/iu,
  /^(?:name|e-?mail|comment|your (?:name|e-?mail|comment)|website) ?(?:\*|\((?:required|optional|will not be published)\))+$/iu,
]
const FORM_LABEL =
  /^(?:name|e-?mail(?: address)?|website|url|(?:your )?comments?|reply|submit|send|message|je m[’']inscris|ok)$/iu

const anyOf =
  (patterns: readonly RegExp[]) =>
  (line: string): boolean =>
    patterns.some((pattern) => pattern.test(line))

const likely = { strength: 'likely' } as const

export const REPLY_RULES: readonly LineRule[] = [
  lineRule('newsletter', 'an invitation to subscribe', anyOf(SIGN_UP)),
  lineRule('newsletter', 'a line that newsletters carry', anyOf(MAIL)),
  lineRule(
    'newsletter',
    'an invitation to subscribe',
    /^(?:subscribe|sign up)(?: now| here)?[.!]*$/iu,
    likely,
  ),
  lineRule('comment form', 'the heading of a comment form', FORM, { opensList: true }),
  lineRule('comment form', 'a part of a comment form', anyOf(FORM_PARTS)),
  lineRule('comment form', 'a field of a form', FORM_LABEL, likely),
]
