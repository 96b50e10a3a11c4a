import { type LineRule, lineRule } from './line-rule.ts'

/** What asks the reader for something: an address for a newsletter, a comment. */
const SIGN_UP: readonly RegExp[] = [
  /^(?:sign ?up|subscribe|register)\b.{0,80}\b(?:newsletters?|inbox|alerts?|e-?mails?|updates|briefing)\b.{0,30}$/iu,
  /^get\b.{0,100}\b(?:(?:in|to) your inbox|newsletter)\b.{0,20}$/iu,
  /^enter your e-?mail(?: address)?\b.{0,30}$/iu,
  /^by (?:signing up|clicking|subscribing)\b.{0,40} you agree\b.{0,90}$/iu,
  /^(?:subscribe|sign in|log in) to (?:continue|keep) reading\b.{0,40}$/iu,
  /^sign up (?:to|for) [^.!?]{2,60}$/iu,
  /^already a (?:subscriber|member)\?.{0,30}$/iu,
  /^(?:newsletter (?:abonnieren|bestellen)|(?:inscrivez|abonnez)-vous\b.{0,60}|recevez (?:notre|nos|la|chaque)\b.{0,60}|suscríb(?:ase|ete)\b.{0,60}|iscriviti\b.{0,60}|meld je aan\b.{0,60}|article réservé aux abonnés|(?:dieser )?artikel (?:nur )?für abonnenten|contenido exclusivo para suscriptores|start your newsletter)$/iu,
  /^thanks for reading\b.{0,60}\bsubscribe\b.{0,80}$/iu,
  /^sigue toda la información\b.{0,120}$/iu,
]
const MAIL: readonly RegExp[] = [
  /^(?:having trouble .{0,40}\? ?)?(?:view|read|open) (?:this (?:e-?mail|message|newsletter) )?(?:in|on) (?:your |a )?(?:web )?browser\b.{0,20}$/iu,
  /^(?:unsubscribe|abmelden|se désabonner|darse de baja)\b.{0,80}$/iu,
  /^(?:manage|update|change) (?:your )?(?:e-?mail |subscription )?(?:preferences|settings)\b.{0,40}$/iu,
  /^you(?:[’']re| are)? (?:receiv(?:ing|ed)|got) this (?:e-?mail|newsletter|message) because\b.{0,110}$/iu,
  /^(?:privacy (?:notice|policy): .{3,120}|after newsletter promotion)$/iu,
  /^(?:support|fund) (?:our |independent |quality |public )+(?:journalism|reporting|news)\b.{0,30}$/iu,
  /^(?:weiterlesen|jetzt weiterlesen|continue reading|keep reading) (?:mit|with)\b.{0,40}$/iu,
  /^was this (?:e-?mail|newsletter) forwarded\b.{0,80}$/iu,
]
const FORM =
  /^(?:(?:leave|post|add|write) (?:a|your) (?:comment|reply)|join the (?:conversation|discussion)|kommentar(?: (?:schreiben|verfassen))?|kommentare|(?:laissez|laisser|ajouter) un commentaire|(?:deja|dejar|escribe) un comentario|diskutieren sie mit|(?:no )?comments ?:|discussion about this post|lascia un commento|comentarios|commentaires)(?: ?\(\d+\))?[.…:!]*$/iu
const FORM_PARTS: readonly RegExp[] = [
  /^\d+ (?:comments?|replies|responses|kommentare|commentaires|comentarios)$/iu,
  /^(?:comments?|kommentare|commentaires|comentarios) ?\(\d+\)$/iu,
  /^\d+ (?:thoughts?|comments?) on .{2,130}$/iu,
  /^(?:is this page useful\?|was this (?:page|article) helpful\?|(?:yes|no),? this (?:page|article) (?:is|was) (?:not )?(?:useful|helpful))$/iu,
  /^(?:comments are closed|(?:log|sign) in to (?:comment|reply)|view (?:all )?comments|post comment)\b.{0,20}$/iu,
  /^your (?:e-?mail|address) (?:address )?will not be published\b.{0,80}$/iu,
  /^(?:\[ ?\] ?)?(?:save my name\b.{0,100}|notify me (?:of|by|when)\b.{0,60})$/iu,
  /^(?:name|e-?mail|comment|your (?:name|e-?mail|comment)|website) ?(?:\*|\((?:required|optional|will not be published)\))+$/iu,
]
const FORM_LABEL =
  /^(?:name|e-?mail(?: address)?|website|url|(?:your )?comments?|restacks|reply|submit|send|message|je m[’']inscris|ok)$/iu

const anyOf =
  (patterns: readonly RegExp[]) =>
  (line: string): boolean =>
    patterns.some((pattern) => pattern.test(line))

const likely = { strength: 'likely' } as const

export const REPLY_RULES: readonly LineRule[] = [
  lineRule('newsletter', 'an invitation to subscribe', anyOf(SIGN_UP), { opensList: true }),
  lineRule('newsletter', 'a line that newsletters carry', anyOf(MAIL)),
  lineRule(
    'newsletter',
    'an invitation to subscribe',
    /^(?:subscribe|sign up|sign in|suscríbete|s[’']abonner|abonnieren)(?: now| here)?[.!]*$/iu,
    likely,
  ),
  lineRule('newsletter', 'an appeal for money', /^[Ss]upport (?:us|our work|the \p{Lu}\p{L}+)$/u, likely),
  lineRule('comment form', 'the heading of a comment form', FORM, { opensList: true }),
  lineRule('comment form', 'a part of a comment form', anyOf(FORM_PARTS)),
  lineRule('comment form', 'a field of a form', FORM_LABEL, likely),
]
