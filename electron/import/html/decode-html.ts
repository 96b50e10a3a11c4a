import iconv from 'iconv-lite'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { type Decoded, decodeText, hasVisibleCharacter } from '../decode.ts'
import type { SourceFile } from '../reading.ts'

/**
 * A page's bytes as its characters. A byte order mark settles it; then what the analyst chose; then what the page says in
 * its first bytes, read as the HTML standard has it; else it is found out as for any other text. A page in valid UTF-8
 * that claims to be in a Western encoding is UTF-8: its server said so, and nobody mended the page. Bytes that are not
 * of the encoding are never replaced: then the page is read another way, or refused.
 */
const DECLARED_CERTAINTY = 95
const CHOSEN_CERTAINTY = 100

export function decodeHtml({ name, bytes, choices }: SourceFile): Result<Decoded> {
  if (hasMark(bytes)) return decodeText(bytes, name)
  if (choices.encoding !== undefined && choices.encoding !== 'utf-8') {
    const chosen = decodedAs(bytes, choices.encoding, CHOSEN_CERTAINTY)
    return chosen ?? failed(`“${name}” is not text in ${choices.encoding}; please choose another encoding.`)
  }
  const declared = declaredEncoding(bytes)
  const isTrusted = declared !== undefined && !(isSingleByte(declared) && isUtf8(bytes))
  return (isTrusted && decodedAs(bytes, declared, DECLARED_CERTAINTY)) || decodeText(bytes, name)
}

const hasMark = ([a, b, c]: Uint8Array): boolean =>
  (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)

/** Undefined where there is no such encoding or a byte is not of it. */
function decodedAs(bytes: Uint8Array, encoding: string, certainty: number): Result<Decoded> | undefined {
  if (encoding === 'utf-8' || !iconv.encodingExists(encoding)) return undefined
  const text = iconv.decode(bytes, encoding, { stripBOM: false })
  if (/[\ufffd\0]/.test(text) || !hasVisibleCharacter(text)) return undefined
  return ok({ text, encoding, certainty, byteOrderMark: false })
}

const isSingleByte = (encoding: string): boolean => /^(?:windows-12|iso-8859|koi8|mac|ibm)/.test(encoding)

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Browsers look no further. */
const LOOKED_AT = 1024

/** What the page says it is written in, by the name that browsers read it as; undefined where it says nothing. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT * 4)).toString('latin1')
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)
  const pure = head
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1|$)/gi, '')
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(pure)
  const label = meta?.[1] ?? xml?.[1]
  return label === undefined ? undefined : nameOf(label.toLowerCase())
}

/** As the WHATWG's Encoding Standard reads labels, which is what pages are written for. */
const NAMES: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  cp1252: 'windows-1252',
  cp1251: 'windows-1251',
  cp1250: 'windows-1250',
  'iso-8859-9': 'windows-1254',
  latin5: 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gbk',
  gb_2312: 'gbk',
  'x-gbk': 'gbk',
  'big5-hkscs': 'big5',
  'x-sjis': 'shift_jis',
  sjis: 'shift_jis',
  'windows-31j': 'shift_jis',
  'x-euc-jp': 'euc-jp',
  'ks_c_5601-1987': 'euc-kr',
  'windows-949': 'euc-kr',
  utf8: 'utf-8',
  'utf-16': 'utf-8',
  'utf-16le': 'utf-8',
  'utf-16be': 'utf-8',
}

const nameOf = (label: string): string => (Object.hasOwn(NAMES, label) ? (NAMES[label] ?? label) : label)
