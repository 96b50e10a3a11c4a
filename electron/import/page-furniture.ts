import { isByline, isDateLine } from './byline.ts'

/**
 * Lines that stand around an article on its page and are never its headline: ads, credits, dates, bylines, share bars.
 *
 * Each kind is one narrow rule about the whole line. What no rule knows is taken for text, so the rules err by keeping.
 */
const KINDS: readonly ((line: string) => boolean)[] = [
  hasNoLetter,
  isAdvertisement,
  isNavigation,
  isTemplateResidue,
  isCredit,
  isShareBar,
  isDateLine,
  isByline,
]

/** @param line without white space at its edges. */
export const isFurniture = (line: string): boolean => KINDS.some((isKind) => isKind(line))

function hasNoLetter(line: string): boolean {
  return !/[\p{L}\p{N}]/u.test(line)
}

const AD_LABELS =
  /^\P{L}*(?:advertisements?|advertising|adverts?|ads?|sponsored(?: (?:content|post|by .{1,40}))?|promoted(?: content)?|paid (?:content|post)|anzeige|werbung|publicité|publicidad|pubblicità|реклама)\P{L}*(?:(?:continue reading|(?:article|story) continues|scroll).*)?$/iu
const AD_BREAKS = /^(?:(?:article|story) continues (?:below|after)\b|scroll (?:down )?to continue\b)/i

function isAdvertisement(line: string): boolean {
  return AD_LABELS.test(line) || AD_BREAKS.test(line)
}

const PLACES_TO_GO =
  /^(?:skip to (?:main )?content|menu|search|home ?[>›»/|] ?.{1,80}|home(?:page)?|log ?in|sign (?:in|up)|register|subscribe(?: now)?|back|next|previous|loading|listen(?: to this (?:article|story))?|latest headlines|(?:most popular|top stories)|related(?: (?:stories|articles))?|read more)[.…:!]*$/i
const SECTIONS =
  /^(?:(?:breaking |world |top )?news|breaking|live|world|politics|business|opinion|exclusive)$/i

function isNavigation(line: string): boolean {
  return PLACES_TO_GO.test(line) || SECTIONS.test(line)
}

/** Tags, bracketed placeholders, pictures, bare addresses and copyright lines. */
function isTemplateResidue(line: string): boolean {
  return /^(?:<[^>]*>|!?\[[^\]]*\](?:\([^)]*\))?|(?:https?:\/\/|www\.)\S+|©.*|copyright ©.*)$/i.test(line)
}

const CREDITS: readonly RegExp[] = [
  /^(?:(?:file )?photo(?:graph)?s?|image|picture|illustration|graphic)(?: credit)?(?: (?:by|courtesy|via)\b| ?[:/©])/i,
  /^(?:credit|caption|photo credit):/i,
  /\((?:[^()]*\bvia |[^()]*\bphoto (?:by|courtesy)\b|[^()]*\/(?:AP|AFP|EPA|UPI|Reuters|Getty|Pool))[^()]*\)\W*$/,
  /\bPhoto(?:graph)? by [^.]{1,60}\W*$/,
  /^\d+ ?(?:of|\/) ?\d+ ?(?:\||$)/,
  /^\P{L}*(?:getty(?: images)?|reuters|afp|epa|upi|ap|(?:the )?associated press|shutterstock|istock|alamy|xinhua|bloomberg|(?:ap|afp|file|handout|pool|courtesy) photo)(?: ?[/,|–—] ?.{0,60}| (?:file|staff))?\P{L}*$/iu,
  // A photographer or an agency of one or two names: a longer line that ends so may be a headline in capitals.
  /^\p{Lu}[\p{L}’'-]*(?: (?:& |and )?\p{Lu}[\p{L}’'-]*)? (?:Images|Photos|Pictures|Photography)$/u,
  /^(?:\p{Lu}[\p{L}.’'-]* ){1,3}\p{Lu}[\p{L}.’'-]* ?\/ ?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}$/u,
]

function isCredit(line: string): boolean {
  return CREDITS.some((pattern) => pattern.test(line))
}

const SHARE_START =
  /^(?:share|shares|e-?mail|print|tweet|facebook|twitter|follow|save|comments?|post|copy|\d+ (?:shares|comments))\b/i
const SHARE_WORDS = new Set(
  'share shares this story article page on via to by with post email e-mail mail print tweet facebook twitter x whatsapp linkedin reddit telegram pinterest pocket flipboard messenger copy link save bookmark comment comments like follow us more gift and'.split(
    ' ',
  ),
)

function isShareBar(line: string): boolean {
  const words = line.toLowerCase().match(/[\p{L}-]+/gu) ?? []
  return SHARE_START.test(line) && words.every((word) => SHARE_WORDS.has(word))
}
