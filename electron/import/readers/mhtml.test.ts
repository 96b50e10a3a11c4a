import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { readingOf, refusalOf } from '../testing/parts.ts'
import { mhtml } from './mhtml.ts'

const PAGE = `<html><head><meta charset="windows-1252"><title>Café owners’ pledge</title></head><body><p>The café owners’ union pledged to reopen =C3 on Monday.</p><iframe src="cid:frame-1"></iframe></body></html>`

function saved(page: Buffer, headers: readonly string[] = [], root: readonly string[] = []): Buffer {
  const encoded = page.toString('base64').replace(/.{76}/g, '$&\r\n')
  return Buffer.from(
    [
      ...[
        'From: <Saved by Blink>',
        'Subject: Saved',
        'Date: Tue, 14 Jun 2016 23:30:00 -0500',
        'MIME-Version: 1.0',
      ],
      ...root,
      'Content-Type: multipart/related; type="text/html"; boundary="b1"',
      ...[
        '',
        '',
        '--b1',
        'Content-Type: text/html',
        'Content-Transfer-Encoding: base64',
        ...headers,
        '',
        encoded,
      ],
      ...[
        '--b1',
        'Content-Type: text/html',
        'Content-ID: <frame-1>',
        '',
        '<p>An advertisement in a frame</p>',
      ],
      ...[
        '--b1',
        'Content-Type: image/png',
        'Content-Location: https://x.example/a.png',
        '',
        'PNG',
        '--b1--',
        '',
      ],
    ].join('\r\n'),
  )
}

it('reads the page, and neither its frames nor its pictures, in the encoding that it names', async () => {
  const page = iconv.encode(PAGE, 'windows-1252')
  const location = 'Content-Location: https://news.example/pledge?id=1'
  const { text, decoded, found } = await readingOf(mhtml, saved(page, [location]))
  expect(text).toBe('The café owners’ union pledged to reopen =C3 on Monday.')
  expect(decoded).toMatchObject({ encoding: 'windows-1252', certainty: 95 })
  expect(found).toMatchObject({
    title: { value: 'Café owners’ pledge' },
    url: { value: 'https://news.example/pledge?id=1', evidence: { from: 'file' } },
    retrieved: { value: '2016-06-14' },
  })
  expect(found.published).toBeUndefined()
})

it('takes the address from the message where the page has none, and never one of this machine', async () => {
  const page = Buffer.from('<p>Words</p>')
  const local = 'Content-Location: file:///C:/a.html'
  const web = 'Snapshot-Content-Location: https://news.example/a'
  expect((await readingOf(mhtml, saved(page, [local], [web]))).found.url?.value).toBe(
    'https://news.example/a',
  )
  expect((await readingOf(mhtml, saved(page, [local]))).found.url).toBeUndefined()
})

it('believes the page itself about its address before the browser', async () => {
  const page = Buffer.from('<link rel=canonical href="https://news.example/story"><p>Words</p>')
  const { found } = await readingOf(mhtml, saved(page, ['Content-Location: https://amp.example/story?x']))
  expect(found.url?.value).toBe('https://news.example/story')
})

it.each([
  ['text that is no message', 'Just words.\n'],
  ['a message without a page', 'Subject: x\r\nContent-Type: text/plain\r\n\r\nWords'],
  ['nothing', ''],
])('refuses %s in a sentence', async (_, content) => {
  expect(await refusalOf(mhtml, Buffer.from(content), 'a.mht')).toBe(
    '“a.mht” holds no web page; please save the page again.',
  )
})
