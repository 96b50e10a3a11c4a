import { type LineRule, lineRule } from './line-rule.ts'

const START =
  /^(?:share|shares|e-?mail|print|tweet|facebook|twitter|whatsapp|linkedin|follow|save|comments?|post|copy|like|give|diesen|\d+ (?:shares|comments)|teilen|artikel|drucken|merken|partager|imprimer|compartir|condividi|deel|delen|dela|stampa|envoyer|ajouter|seguici|\p{P}?\[ \])(?!\p{L})/iu
const WORDS = new Set(
  `share shares this story article page on via to by with post email e-mail mail print tweet facebook twitter x
  whatsapp linkedin reddit telegram pinterest pocket flipboard messenger bluesky mastodon threads instagram youtube
  copy link save bookmark comment comments like follow us more deel dit versenden verzenden ajouter à vos mes sélections favoris e-mail page gift give it and loading diesen teilen artikel drucken merken per auf
  mailen senden partager imprimer cet sur par envoyer compartir en imprimir guardar enviar condividi su stampa delen
  dela`.split(/\s+/u),
)
const CLICK = /^click to (?:share|e-?mail|print)\b.{0,60}$/iu
const FOLLOW = /^follow (?:us|[\p{L}’' ]{1,30}?)(?: on)?: ?\S.{0,80}$/iu
const SHARE_ON =
  /^(?:[Ss]hare|SHARE|[Tt]weet|[Pp]ost|[Ss]ave|[Cc]ompartir|[Pp]artager|[Tt]eilen) (?:on|to|via|en|sur|auf) \p{Lu}[\p{L}]{0,20}(?: \(.{4,30}\))?$/u

function isShareBar(line: string): boolean {
  const words = line.toLowerCase().match(/[\p{L}-]+/gu) ?? []
  return START.test(line) && words.every((word) => WORDS.has(word))
}

const LISTEN =
  /^(?:artikel (?:zum hören|anhören)|listen(?: to this (?:article|story))?|écouter(?: l[’']article)?|escuchar(?: este artículo)?)\W+\d+ ?min\p{L}*\.?$/iu
const ABOUT =
  /^(?:about sharing|permalink\b.{0,80}|save (?:article|articles|story|stories) .{0,60}|\d+ (?:likes?|claps?|followers?)|add to (?:my )?(?:list|favou?rites))[.]?$/iu
// How often something was shared stands bare beside the links that share it.
const FIGURE = /^(?:\d{1,5}|--|[·•|])$/u
const APP = /^(?:read|open|view) in (?:the |our )?app$/iu

const REASON = 'links that share the article'

export const SHARE_RULES: readonly LineRule[] = [
  lineRule('share bar', REASON, (line) => isShareBar(line) && !/^\d+ comments$|^comments?\b/iu.test(line)),
  lineRule('share bar', REASON, CLICK),
  lineRule('share bar', REASON, SHARE_ON),
  lineRule('share bar', 'another way to have the article', LISTEN),
  lineRule('share bar', 'another way to have the article', APP),
  lineRule('share bar', REASON, ABOUT),
  lineRule('share bar', 'a figure among links that share the article', FIGURE, { strength: 'likely' }),
  lineRule('share bar', 'links to the publisher’s pages elsewhere', FOLLOW),
]
