import iconv from 'iconv-lite'

/** The Windows code page of each character set that a font may be said to have. */
const PAGES: { readonly [charset: number]: string } = {
  0: 'cp1252',
  77: 'macroman',
  128: 'cp932',
  129: 'cp949',
  134: 'cp936',
  136: 'cp950',
  161: 'cp1253',
  162: 'cp1254',
  163: 'cp1258',
  177: 'cp1255',
  178: 'cp1256',
  186: 'cp1257',
  204: 'cp1251',
  222: 'cp874',
  238: 'cp1250',
  255: 'cp437',
}

export const DEFAULT_PAGE = 'cp1252'

/** Undefined for a font of the document's own code page. */
export const pageOfCharset = (charset: number): string | undefined => PAGES[charset]

/** Of `\ansicpgN`; the usual one where there is none of that number. */
export const pageOfNumber = (number: number): string => {
  const page = number === 10000 ? 'macroman' : number === 65001 ? 'utf-8' : `cp${number}`
  return iconv.encodingExists(page) ? page : DEFAULT_PAGE
}

export const decodePage = (bytes: readonly number[], page: string): string =>
  iconv.decode(Buffer.from(bytes), page)
