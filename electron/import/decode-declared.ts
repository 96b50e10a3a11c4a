import iconv from 'iconv-lite'
import { ok, type Result } from '#shared/domain/result.ts'
import { type Decoded, decodeText, hasVisibleCharacter } from './decode.ts'
import { decodeStrictly } from './decode-strictly.ts'
import type { SourceFile } from './reading.ts'

/**
 * The text of bytes that come with a word on their encoding, as pages and mails do. A byte order mark settles it, and so
 * does what the analyst chose; then that word counts, unless a byte is not of the encoding: nothing is ever replaced.
 * What is valid UTF-8 is that, though it be called a Western encoding: nobody writes the latter so by chance. The rest is
 * found out as for any other text.
 * @param label the encoding as the file names it, if it does.
 */
export function decodeDeclared(
  { name, bytes, choices }: SourceFile,
  label: string | undefined,
): Result<Decoded> {
  const encoding = label === undefined ? undefined : nameOf(label.trim().toLowerCase())
  const isSettled = hasMark(bytes) || choices.encoding !== undefined
  if (
    isSettled ||
    encoding === undefined ||
    (isSingleByte(encoding) && decodeStrictly(bytes, 'utf-8') !== undefined)
  )
    return decodeText(bytes, name, choices.encoding)
  return decodedAs(bytes, encoding) ?? decodeText(bytes, name)
}

const CERTAINTY = 95

/** Undefined where there is no such encoding, or a byte is not of it. */
function decodedAs(bytes: Uint8Array, encoding: string): Result<Decoded> | undefined {
  if (encoding === 'utf-8' || !iconv.encodingExists(encoding)) return undefined
  const text = iconv.decode(bytes, encoding, { stripBOM: false })
  if (/[\ufffd\0]/.test(text) || !hasVisibleCharacter(text)) return undefined
  return ok({ text, encoding, certainty: CERTAINTY, byteOrderMark: false })
}

const hasMark = ([a, b, c]: Uint8Array): boolean =>
  (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)

const isSingleByte = (encoding: string): boolean =>
  /^(?:windows-(?:12|874)|iso-8859|koi8|mac|ibm)/.test(encoding)

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
}

const nameOf = (label: string): string => (Object.hasOwn(NAMES, label) ? (NAMES[label] ?? label) : label)
