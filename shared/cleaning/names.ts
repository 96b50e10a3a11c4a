/** Names as bylines have them, and the names of those who are agencies and no persons. */

const WORD = "(?:[dl][’'])?\\p{Lu}[\\p{L}\\p{M}.’'-]*"
const PARTICLES = '(?:de|del|der|den|di|du|da|dos|la|le|van|von|bin|ibn|al|ter|zu|af) '
const NAME = `${WORD}(?: (?:${PARTICLES}){0,2}${WORD}){0,4}`
const AND = '(?:, (?:and |und |et |y |e )?| and | & | und | et | y | e | en | og )'

/** The pattern of one name or several; matches from its beginning. */
export const NAMES = `${NAME}(?:${AND}${NAME}){0,7}`

const NO_NAME =
  /^(?:(?:chief |senior |special |foreign |staff |political |the )*(?:staff|writers?|reporters?|correspondents?|editors?|contributors?|columnists?|special)\b.*|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|updated|published|posted)\.?$/iu

/** `names` without the roles and dates behind them; empty where there is no name. */
export function personsIn(names: string): string {
  const parts = names.split(new RegExp(`(${AND})`, 'u'))
  // Persons are joined by a word at last: what follows a mere comma is whom the one person writes for.
  const areSeveral = parts.some((part, i) => i % 2 === 1 && part !== ', ')
  const isOther = (part: string, i: number) => NO_NAME.test(part) || isAgency(part) || (i > 0 && !areSeveral)
  const at = parts.findIndex((part, i) => i % 2 === 0 && isOther(part, i))
  return (at < 0 ? parts : parts.slice(0, Math.max(0, at - 1))).join('').trim()
}

const AGENCIES =
  /^(?:the )?(?:associated press|ap|reuters|thomson reuters|agence france-presse|afp|united press international|upi|dpa|deutsche presse-agentur|efe|ansa|xinhua|tass|interfax|kyodo|bloomberg|pti|press trust of india|ians|ani|apa|ritzau|ntb|čtk|ctk|pap|mti|anadolu(?: agency)?|pa media|press association|canadian press|yonhap|ukrinform)(?: staff| news(?: agency)?)?$/iu
const SOUNDS_LIKE_AGENCY =
  /(?:\b(?:news agency|press agency|newswire|news service|wire service)|nachrichtenagentur|presseagentur)$|^(?:agence|agencia|agenzia) /iu

export const isAgency = (name: string): boolean => AGENCIES.test(name) || SOUNDS_LIKE_AGENCY.test(name)

export const withoutArticle = (name: string): string => name.replace(/^the /iu, '').trim()
