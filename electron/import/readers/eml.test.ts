import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { readingOf, refusalOf } from '../testing/parts.ts'
import { eml } from './eml.ts'

const HEAD = [
  'From: =?utf-8?q?In=C3=A8s_Moreau?= <ines@press.example>',
  'To: desk@paper.example',
  'Subject: =?windows-1252?q?Minister=92s_reply?=',
  'Date: Tue, 14 Jun 2016 23:30:00 -0500 (EST)',
  'MIME-Version: 1.0',
]
const mail = (...lines: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat([...HEAD, ...lines].map((line) => Buffer.concat([Buffer.from(line), Buffer.from('\r\n')])))

it('knows title, byline and date from the headers, and the text as it was written', async () => {
  const reading = await readingOf(
    eml,
    mail(
      'Content-Type: text/plain; charset=windows-1252',
      '',
      iconv.encode('“Never,” he said.\r\n\r\nOr so.', 'windows-1252'),
    ),
  )
  expect(reading.text).toBe('“Never,” he said.\n\nOr so.')
  expect(reading.decoded).toMatchObject({ encoding: 'windows-1252', certainty: 95 })
  expect(reading.found).toMatchObject({
    title: { value: 'Minister’s reply' },
    byline: { value: 'Inès Moreau', evidence: { from: 'file', span: null } },
    published: { value: '2016-06-14' },
  })
})

const ALTERNATIVES = [
  'Content-Type: multipart/mixed; boundary=m',
  ...['', '--m', 'Content-Type: multipart/alternative; boundary=a', ''],
  ...[
    '--a',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'We promise =E2=82=AC5.',
    '',
  ],
  ...['--a', 'Content-Type: text/html; charset=utf-8', '', '<p>We promise <b>five</b> euros.</p>', '--a--'],
]

it('takes the plain one of two forms, and what stands below it, but no attachment', async () => {
  const list = ['--m', 'Content-Type: text/plain', '', 'You get this mail as a member.', '']
  const attached = [
    '--m',
    'Content-Type: text/plain; name="b.txt"',
    'Content-Disposition: attachment; filename="b.txt"',
    '',
    'Not this.',
    '--m--',
  ]
  const { text } = await readingOf(eml, mail(...ALTERNATIVES, ...list, ...attached))
  expect(text).toBe('We promise €5.\n\nYou get this mail as a member.')
})

it('reads the page of a mail that is nothing else', async () => {
  const html =
    '<html><body><h1>Reply</h1><p>We <i>promise</i>.</p><img src="https://t.example/pixel"></body></html>'
  const { text } = await readingOf(eml, mail('Content-Type: text/html; charset=utf-8', '', html))
  expect(text).toBe('Reply\n\nWe promise.')
})

it('joins the lines of flowed text, and none of a signature or quotation', async () => {
  const body = ['We will pay ', 'in June. ', '', 'All of it.', '-- ', 'Press office']
  const { text, boilerplate } = await readingOf(
    eml,
    mail('Content-Type: text/plain; format=flowed', '', ...body),
  )
  expect(text).toBe('We will pay in June. \n\nAll of it.\n-- \nPress office')
  expect(boilerplate.map(({ start, end }) => text.slice(start, end))).toEqual(['-- \nPress office'])
})

it('marks what is quoted from an earlier mail, unless the mail is little else', async () => {
  const quoted = ['On Monday you wrote:', '> Will you resign?', '> Yes or no?']
  const marked = async (...lines: readonly string[]) => {
    const { text, boilerplate } = await readingOf(eml, mail('Content-Type: text/plain', '', ...lines))
    return boilerplate.map(({ start, end }) => text.slice(start, end))
  }
  const answer = 'The minister has no intention of resigning, now or later, and says so here in writing.'
  expect(await marked(answer, '', ...quoted)).toEqual([quoted.join('\n')])
  expect(await marked('See below.', ...quoted)).toEqual([])
})

it.each([
  ['what is no mail', 'Just words.\n', 'is not a mail, or is damaged'],
  ['a mail of a picture', 'Subject: x\r\nContent-Type: image/png\r\n\r\nPNG', 'is a mail without text'],
  ['parts in parts without end', nested(200), 'is nested too deep to be read'],
])('refuses %s in a sentence', async (_, content, words) => {
  expect(await refusalOf(eml, Buffer.from(content), 'a.eml')).toContain(words)
})

function nested(depth: number): string {
  const parts = Array.from(
    { length: depth },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
  )
  return `Subject: x\r\n${parts.join('')}`
}
