/** Control words that stand for characters. */
export const CHARACTERS: { readonly [word: string]: string } = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
  '~': '\u00a0',
  _: '\u2011',
}

export const PARAGRAPH_ENDS: ReadonlySet<string> = new Set(['par', 'sect', 'page', 'column'])
export const CELL_ENDS: ReadonlySet<string> = new Set(['cell', 'nestcell'])
export const ROW_ENDS: ReadonlySet<string> = new Set(['row', 'nestrow'])

/** Destinations whose words are none of the text: tables of the format, pictures, what stands in the margins of pages. */
export const UNREAD: ReadonlySet<string> = new Set(
  'fonttbl colortbl stylesheet info pict object objdata objclass nonshppict shprslt fldinst header headerl headerr headerf footer footerl footerr footerf listtext pntext pntxtb pntxta xe rxe tc tcn txe upr revtbl filetbl listtable listoverridetable atnid atnauthor annotation themedata datastore latentstyles ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn private'.split(
    ' ',
  ),
)

/** Destinations within unread ones whose words are of the text: what a text box holds, and a passage in Unicode. */
export const READ_AGAIN: ReadonlySet<string> = new Set(['shptxt', 'ud'])
