import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { decodeDeclared } from './decode-declared.ts'
import { declaredEncoding } from './html/declared-encoding.ts'

function page(source: string, encoding: string, chosen?: string) {
  const bytes = iconv.encode(source, encoding)
  const choices = chosen === undefined ? {} : { encoding: chosen }
  const decoded = decodeDeclared({ name: 'a.html', bytes, choices }, declaredEncoding(bytes))
  if (!decoded.ok) throw new Error(decoded.problem.sentence)
  return { encoding: decoded.value.encoding, isExact: decoded.value.text === source }
}

it.each([
  ['gb2312', 'gbk', 'gbk', '市政府承诺公开水质报告'],
  ['Big5', 'big5', 'big5', '市政府承諾公開水質報告'],
  ['x-sjis', 'shift_jis', 'shift_jis', '市は水質の報告を約束した'],
  ['EUC-KR', 'euc-kr', 'euc-kr', '시는 보고서를 약속했다'],
  ['windows-1251', 'windows-1251', 'windows-1251', 'Мэр обещал'],
  ['koi8-r', 'koi8-r', 'koi8-r', 'Мэр обещал'],
  ['ISO-8859-1', 'windows-1252', 'windows-1252', 'the mayor’s café'],
  ['iso-8859-2', 'iso-8859-2', 'iso-8859-2', 'Rząd obiecał żywność'],
])('reads a page that calls itself %s as %s', (label, written, expected, words) => {
  const forms = [
    `<meta charset="${label}"><p>${words}`,
    `<META http-equiv=Content-Type content="text/html; charset=${label}"><p>${words}`,
    `<?xml version="1.0" encoding="${label}"?><p>${words}`,
    `<!-- charset=utf-8 --><title>charset=utf-8</title><meta charset='${label}'/><p>${words}`,
  ]
  for (const form of forms) expect(page(form, written)).toEqual({ encoding: expected, isExact: true })
})

it('knows UTF-8 that calls itself Western, and a label that there is none of', () => {
  expect(page('<meta charset=iso-8859-1><p>the mayor’s café', 'utf8')).toEqual({
    encoding: 'utf-8',
    isExact: true,
  })
  expect(page('<meta charset=utf-16><p>the mayor’s café', 'utf8')).toEqual({
    encoding: 'utf-8',
    isExact: true,
  })
  expect(page('<meta charset=klingon><p>the mayor’s café', 'utf8')).toEqual({
    encoding: 'utf-8',
    isExact: true,
  })
})

it('reads no byte as what it is not: a wrong label is found out', () => {
  expect(page('<meta charset=gbk><p>Le café fermé où l’été', 'windows-1252').isExact).toBe(true)
  expect(page('<meta charset=utf-8><p>Le café fermé', 'windows-1252')).toEqual({
    encoding: 'windows-1252',
    isExact: true,
  })
})

it('does as it is told before all else', () => {
  const source = '<meta charset=koi8-r><p>Мэр обещал'
  expect(page(source, 'windows-1251', 'windows-1251')).toEqual({ encoding: 'windows-1251', isExact: true })
})

it('believes a byte order mark before the label', () => {
  expect(
    decodeDeclared({ name: 'a', bytes: Buffer.from('\ufeff<p>ü'), choices: {} }, 'windows-1252'),
  ).toMatchObject({
    value: { text: '<p>ü', encoding: 'utf-8', byteOrderMark: true },
  })
})
