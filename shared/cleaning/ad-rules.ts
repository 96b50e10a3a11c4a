import { type LineRule, lineRule } from './line-rule.ts'

const LABELS =
  /^\P{L}*(?:advertisements?|advertising|adverts?|ads?|sponsored(?: (?:content|post))?(?: by .{1,40})?|promoted(?: content)?|paid (?:content|post)|skip ad(?:vertisement)?|anzeigen?|werbung|publicités?|publicidad|publicidade|pubblicità|advertentie|annons|reklama?|реклама)\P{L}*(?:(?:continue reading|(?:article|story) continues|scroll).*)?$/iu
const BREAKS =
  /^\P{L}*(?:(?:article|story|text) continues (?:below|after)\b.{0,40}|scroll (?:down )?to continue\b.{0,20}|(?:nach der (?:anzeige|werbung) weiterlesen|(?:der )?artikel wird nach der anzeige fortgesetzt|la suite après (?:cette|la) publicité|lees verder (?:onder|na) de advertentie|story continues|continúa (?:debajo|después) de la publicidad|sigue leyendo después de la publicidad)\P{L}*)$/iu

/** “CLICK HERE TO GET THE APP”; a sentence may begin so, but has small letters and a stop. */
const CLICK_HERE = /^CLICK HERE (?:TO|FOR) [^.]{3,60}$/u

export const AD_RULES: readonly LineRule[] = [
  lineRule('ad', 'a line that marks an advertisement', LABELS),
  lineRule('ad', 'a line that says the article goes on below an advertisement', BREAKS),
  lineRule('ad', 'a line that asks for a click', CLICK_HERE),
]
