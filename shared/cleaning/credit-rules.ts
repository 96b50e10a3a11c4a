import { type LineRule, lineRule } from './line-rule.ts'

/** Photographs leave their captions, their photographers and their agencies in a text. */
const CAPTION = 900
const TAIL = 140

const NAME = "\\p{Lu}[\\p{L}.’'-]*"
const AGENCY =
  'getty(?: images)?|reuters|afp|epa|upi|ap|dpa|efe|ansa|(?:the )?associated press|shutterstock|istock|alamy|xinhua|bloomberg|picture alliance|imago|(?:ap|afp|file|handout|pool|courtesy) photo'
const LONE_AGENCY = new RegExp(`^\\P{L}*(?:${AGENCY})(?: ?[/,|–—] ?.{0,60}| (?:file|staff))?\\P{L}*$`, 'iu')
const LABEL =
  '(?:file |crédits? )?(?:photo(?:graph)?s?|foto|fotos|bild|bilder|bildquelle|image|picture|illustration|grafik|graphic|fotografía|fotografia)'

const BEGINNINGS: readonly RegExp[] = [
  new RegExp(`^${LABEL}(?: credits?)?(?: (?:by|courtesy|via)\\b| ?[:/©])`, 'iu'),
  /^(?:image|picture|video) (?:source|caption|credit|copyright)\b ?[,:]/iu,
  /^(?:acquire|buy|purchase|license) (?:licensing rights|this photo|photo)\b/iu,
  /^(?:credit|caption|photo credit|crédit|crédito)s?:/iu,
  // A photographer or an agency of one or two names: a longer line that ends so may be a headline in capitals.
  /^\p{Lu}[\p{L}’'-]*(?: (?:& |and )?\p{Lu}[\p{L}’'-]*)? (?:Images|Photos|Pictures|Photography)$/u,
  new RegExp(`^(?:${NAME} ){1,3}${NAME} ?/ ?${NAME}(?: ${NAME}){0,3}$`, 'u'),
]

const ENDINGS: readonly RegExp[] = [
  /\([^()]*\b(?:photo|foto|photograph|image|picture) ?(?:by|courtesy|via|:|\p{Lu})[^()]*\)\W*$/iu,
  /\([^()]*\/ ?(?:AP|AFP|EPA|UPI|Reuters|REUTERS|Getty|Pool|dpa|EFE)\b[^()]*\)\W*$/u,
  new RegExp(`\\((?:${NAME} ){1,4}${NAME} ?/ ?\\p{Lu}[^()]*\\)\\W*$`, 'u'),
  new RegExp(`\\([^()]*/[^()]* via ${NAME}[^()]*\\)\\W*$`, 'u'),
  new RegExp(`\\((?:${NAME} ){1,4}via ${NAME}(?: ${NAME}){0,3}\\)\\W*$`, 'u'),
  /\b[Pp]hoto(?:graph)? by \p{Lu}[^.]{1,60}\W*$/u,
  /(?:^|[.!?”"»|)] ?)(?:Photo(?:graph)?|Foto|Bild|Bildquelle|Picture|Image|Credit|Crédit(?: photo)?|Crédito|Fotografía): ?[\p{L}][^:]{1,60}$/u,
  /\(PHOTO NOT FOR SALE\)/u,
  /\bvia (?:REUTERS|AP|AFP|EPA|Getty Images|Reuters)\b.{0,30}$/u,
  /Credit\.{3}\p{Lu}[^.]{1,80}$/u,
  /[.!?”"»)] ?© ?\p{L}[^.]{1,60}$/u,
]

/** What no credit at an end is without; most sentences are. */
const CREDITED = /[()/:©]|hoto|via |Credit/u

const begins = (bare: string): boolean => BEGINNINGS.some((pattern) => pattern.test(bare))
const ends = (bare: string): boolean => {
  const tail = bare.slice(-TAIL)
  return CREDITED.test(tail) && ENDINGS.some((pattern) => pattern.test(tail))
}

/** “1 of 4 | …”, a line of a gallery; what stands behind it is the caption. */
export const GALLERY_LINE = /^\[?\d+ ?(?:of|\/|von|de|sur) ?\d+ ?(?:\]|\||$)/iu

const FILE_PHOTO =
  /^(?:this|an?|in this) (?:undated |recent )?(?:file |handout )?(?:photo|image|picture)(?:graph)?,? (?:shows|taken|provided|released|made)\b/iu

export const CREDIT_RULES: readonly LineRule[] = [
  lineRule('photo credit', 'a line of a photo gallery', GALLERY_LINE, { longest: CAPTION }),
  lineRule('photo credit', 'the name of a photo agency, by itself', LONE_AGENCY),
  lineRule('photo credit', 'the credit of a picture', begins, { longest: 220 }),
  lineRule('photo credit', 'a caption that ends with the credit of its picture', ends, { longest: CAPTION }),
  lineRule('photo credit', 'a caption that speaks of its picture', FILE_PHOTO, { longest: 400 }),
  {
    ...lineRule('photo credit', 'the place of a picture', /^$/u, { longest: CAPTION }),
    matches: ({ text }) => /^!\[[^\]]*\](?:\([^)]*\))?$/u.test(text),
  },
]
