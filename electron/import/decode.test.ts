import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode.ts'

const bytesOf = (text: string, encoding = 'utf8', addBOM = false): Uint8Array =>
  iconv.encode(text, encoding, { addBOM })

function decoded(bytes: Uint8Array) {
  const result = decodeText(bytes, 'a.txt')
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value
}

function sentenceOf(bytes: Uint8Array): string {
  const result = decodeText(bytes, 'a.txt')
  return result.ok ? 'no failure' : result.problem.sentence
}

describe('what the bytes settle themselves', () => {
  it.each(['utf8', 'utf-16le', 'utf-16be'])(
    'drops the byte order mark of %s and nothing else',
    (encoding) => {
      const text = ' \r\n\n“Yes,” she\u00a0said. 🦊\r'
      const found = decoded(bytesOf(text, encoding, true))
      expect(found).toMatchObject({ text, certainty: 100, byteOrderMark: true })
      expect(found.encoding).toBe(encoding === 'utf8' ? 'utf-8' : encoding)
    },
  )

  it('keeps a second byte order mark: it is a character of the text', () => {
    expect(decoded(bytesOf('\ufeff\ufeffText')).text).toBe('\ufeffText')
  })

  it('reads any well-formed UTF-8 exactly', () => {
    const character = fc.integer({ min: 1, max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff)
    fc.assert(
      fc.property(fc.array(character), (codes) => {
        const text = `a${String.fromCodePoint(...codes)}`
        expect(decoded(Buffer.from(text))).toMatchObject({ text, encoding: 'utf-8', certainty: 100 })
      }),
    )
  })

  it.each(['utf-16le', 'utf-16be'])('knows %s without a mark by its zero bytes', (encoding) => {
    for (const text of ['Talks resume.\r\n', 'Министр обещал снизить налоги, но не сказал когда.\n']) {
      const found = decoded(bytesOf(text, encoding))
      expect(found).toMatchObject({ text, encoding, byteOrderMark: false })
      expect(found.certainty).toBeLessThan(100)
    }
  })
})

describe('zero bytes in what is no UTF-16', () => {
  const ministers = 'The ministers of Norland promised to cap the catch. '.repeat(50)
  it.each([
    ['one in a text', `${ministers}\0${ministers}.`],
    ['one at the beginning', `\0${ministers}.`],
    ['a few on one side', `${ministers}x\0y\0z\0${ministers}`],
    ['one in a page', `<html><body><p>${ministers}\0</p></body></html>`],
    ['one in a table', `text,title\n${ministers}\0,Talks\n`],
  ])('are refused: %s', (_, text) => {
    for (const encoding of ['utf8', 'windows-1252'])
      for (const whole of [text, `é ${text}`, `${text}.`])
        expect(sentenceOf(bytesOf(whole, encoding))).toContain('not a text file')
  })

  it.each(['utf-16le', 'utf-16be'])('are few in %s of words that no space parts', (encoding) => {
    const text = '政府承诺明年降低税收，部长说。这是一个重要的步骤。\n'.repeat(3)
    expect(decoded(bytesOf(text, encoding))).toMatchObject({ text, encoding })
  })
})

describe('what must be guessed', () => {
  it.each([
    ['one word', 'café'],
    ['a title', 'naïve café owner'],
    ['curly quotes', '“We will pay,” the minister said.'],
    ['an apostrophe', 'The union’s leader promised a vote.'],
    ['a dash', 'Talks resume — ministers agree to cap the catch.'],
    ['a euro sign', 'The fund will repay €400 million by June.'],
    ['a bullet', 'days. •'],
    ['an ø', 'accept Ærø'],
    ['French', 'Le ministre s’est engagé à réduire les émissions, a déclaré son porte-parole à l’issue.'],
    [
      'German',
      'Die Regierung wird die Schäden ersetzen. „Wir werden zahlen“, sagte der Minister für Umwelt.',
    ],
    ['Spanish', 'El ministro prometió que habrá elecciones. «Cumpliremos», dijo el señor Núñez.'],
    ['Portuguese', 'O governo acusou a oposição de não cumprir as promessas — segundo o porta-voz.'],
    ['Italian', 'Il governo ha promesso che ridurrà le tasse. È già successo, perché no?'],
    ['Swedish', 'Regeringen lovade att sänka skatterna nästa år. Även Åland berörs.'],
  ])('reads windows-1252 with %s', (_, text) => {
    expect(decoded(bytesOf(text, 'windows-1252'))).toMatchObject({ text, encoding: 'windows-1252' })
  })

  it.each([
    [
      'windows-1250',
      'Rząd zobowiązał się do obniżenia podatków. „Dotrzymamy słowa” – powiedział minister środowiska.',
    ],
    ['windows-1251', 'Правительство обязалось снизить налоги в следующем году, заявил министр.'],
    ['windows-1254', 'Hükümet gelecek yıl vergileri düşüreceğine söz verdi. Şimdi İstanbul’da ağır işler.'],
    ['windows-1256', 'تعهدت الحكومة بخفض الضرائب في العام المقبل، وفق ما قاله الوزير.'],
    ['koi8-r', 'Правительство обязалось снизить налоги в следующем году, заявил министр.'],
    ['shift_jis', '政府は来年、税金を引き下げると約束した。大臣が述べた。'],
    ['euc-jp', '政府は来年、税金を引き下げると約束した。大臣が述べた。'],
    ['gb18030', '政府承诺明年降低税收，部长说。这是一个重要的步骤。'],
    ['big5', '政府承諾明年降低稅收，部長說。這是一個重要的步驟。'],
    ['euc-kr', '정부는 내년에 세금을 인하하겠다고 약속했다고 장관이 말했다.'],
  ])('reads %s, and says that it is a guess of its statistics', (encoding, text) => {
    const found = decoded(bytesOf(text, encoding))
    expect(found).toMatchObject({ text, encoding, byteOrderMark: false })
    expect(found.certainty).toBeGreaterThan(10)
  })

  it('finds the first accented letter far behind the beginning', () => {
    const text = `${'The talks went on for another day. '.repeat(20_000)}“At last,” the café owner said.`
    expect(decoded(bytesOf(text, 'windows-1252')).text).toBe(text)
  })

  it('never gives a text that does not encode back to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (bytes) => {
        const result = decodeText(bytes, 'a.txt')
        if (!result.ok) return
        const { text, encoding, byteOrderMark } = result.value
        expect(bytesOf(text, encoding, byteOrderMark)).toEqual(Buffer.from(bytes))
      }),
      { numRuns: 500 },
    )
  })
})

describe('bytes that could be read, and wrongly', () => {
  it.each(['\x1b$B@/\x1b(B', 'Tokyo: \x1b$@F|\x1b(J', '\x1b$)C\x0e!!'])(
    'are refused where they switch sets: %j',
    (text) => {
      expect(sentenceOf(bytesOf(text, 'latin1'))).toContain('ISO 2022')
    },
  )

  it('are a guess of little certainty where some of them are UTF-8', () => {
    const damaged = Buffer.concat([
      bytesOf('The café '),
      Uint8Array.of(0xe9, 0x20, 0xe8),
      bytesOf(' reopened.'),
    ])
    expect(decoded(damaged)).toMatchObject({ encoding: 'windows-1252' })
    expect(decoded(damaged).certainty).toBeLessThan(50)
  })
})

describe('what is refused, each with one sentence that names the file', () => {
  it.each([
    ['no bytes', [], 'is empty'],
    ['white space', [0x20, 0x0a, 0xc2, 0xa0], 'white space'],
    ['a byte order mark alone', [0xef, 0xbb, 0xbf], 'white space'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0, 0, 0, 0x0d, 0x49, 0, 0], 'not a text file'],
    ['UTF-8 that was cut', [...Buffer.from('“café” and naïve'), 0xe2, 0x80], 'damaged characters'],
    [
      'UTF-8 damaged far behind its first accent',
      [...Buffer.from(`café ${'x'.repeat(99_999)}`), 0xff],
      'damaged characters',
    ],
    ['UTF-16 with half a pair', [0xff, 0xfe, 0x41, 0x00, 0x3d, 0xd8], 'damaged characters'],
    ['bytes of no encoding', [0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xff, 0xfd, 0x81], 'encoding we know'],
  ])('%s', (_, bytes, words) => {
    const sentence = sentenceOf(Uint8Array.from(bytes))
    expect(sentence).toContain('“a.txt”')
    expect(sentence).toContain(words)
  })
})
