import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type ZipMember, zipFile as zipFileBy } from '#shared/testing/zip-file.ts'
import { partsOf } from './parts-of.ts'

const zipFile = (members: readonly ZipMember[]) => zipFileBy(members, { deflate: deflateRawSync, crc32 })

/** Rows of a file: `name: text`, or `name! sentence`. */
async function rows(bytes: Uint8Array | string, name = 'a.zip'): Promise<string[]> {
  const found: string[] = []
  for await (const { part, reading } of partsOf({ name, bytes: Buffer.from(bytes as string), choices: {} }))
    found.push(`${part ?? ''}${reading.ok ? `: ${reading.value.text}` : `! ${reading.problem.sentence}`}`)
  return found
}

const zipped = (...members: ZipMember[]): Promise<string[]> => rows(zipFile(members))

const text = (name: string, content: string | Uint8Array = name): ZipMember => ({
  name: Buffer.from(name),
  content: Buffer.from(content as string),
})

describe('an archive', () => {
  it('gives what can be read of it, in its order, and nothing of the system’s', async () => {
    const members = [
      text('b/b.txt'),
      text('a.md'),
      text('logo.png'),
      text('__MACOSX/b/._b.txt'),
      text('b/.hidden.txt'),
    ]
    expect(await zipped(...members)).toEqual(['b/b.txt: b/b.txt', 'a.md: a.md'])
  })

  it('says in the row of a member what is wrong with it, and goes on', async () => {
    expect(await zipped(text('empty.txt', ''), text('fine.txt'))).toEqual([
      'empty.txt! “empty.txt” is empty.',
      'fine.txt: fine.txt',
    ])
  })

  it('may lie in another one, but not in one that lies in another', async () => {
    const inner = zipFile([text('deep.txt')])
    expect(await zipped(text('in.zip', inner))).toEqual(['in.zip › deep.txt: deep.txt'])
    const middle = zipFile([text('in.zip', inner)])
    expect(await zipped(text('mid.zip', middle))).toEqual([
      'mid.zip › in.zip! “in.zip” lies in too many other archives; please unpack it yourself.',
    ])
  })

  it.each(['../up.txt', '/etc/x.txt', 'C:\\x.txt', 'a/../../x.txt', '..\\x.txt', '\\\\host\\x.txt'])(
    'leaves %s where it is',
    async (name) => {
      expect(await zipped(text(name), text('fine.txt'))).toEqual([
        `${name}! “${name}” has a name that leads out of the archive, so it was left there.`,
        'fine.txt: fine.txt',
      ])
    },
  )

  it('shows names that would hide something', async () => {
    const [row] = await zipped(text(`a\u202Etxt.\u0007${'n'.repeat(230)}.txt`, 'Talks'))
    expect(row).toMatch(/^a‹U\+202E›txt\.‹U\+0007›n+…n+\.txt: Talks$/)
  })

  it('without anything that can be read says so', async () => {
    expect(await zipped(text('logo.png'))).toEqual([
      expect.stringMatching(/^! “a\.zip” holds nothing that can be read\. What can be read: \.txt, .*\.$/),
    ])
  })

  it('that is none is refused', async () => {
    const sentence = '! “a.zip” is damaged, or no zip archive at all; please get it again.'
    expect(await rows('not an archive')).toEqual([sentence])
    const whole = zipFile([text('a.txt')])
    expect(await rows(whole.subarray(0, whole.length - 30))).toEqual([sentence])
  })
})

const MEGABYTE = 1024 * 1024
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * MEGABYTE, 'a')

describe('an archive that was made to harm', () => {
  it('is not unpacked where it holds too many files', async () => {
    const members = Array.from({ length: 10_001 }, (_, i) => text(`${i}.txt`, 'x'))
    expect(await zipped(...members)).toEqual([
      '! “a.zip” holds 10,001 files; archives of up to 10,000 are read.',
    ])
  })

  it('is not unpacked where it would be too large', async () => {
    const members = Array.from({ length: 11 }, (_, i) => ({ ...text(`${i}.txt`), declared: 24 * MEGABYTE }))
    expect(await zipped(...members)).toEqual([
      '! “a.zip” would be too large unpacked (264 MB); please unpack it yourself.',
    ])
  })

  it('does not have a member unpacked that is packed as no text can be, or too large', async () => {
    const [bomb, large] = await zipped(text('bomb.txt', zeros(20)), {
      ...text('large.txt'),
      declared: 26 * MEGABYTE,
    })
    expect(bomb).toMatch(
      /^bomb\.txt! “bomb\.txt” is packed [\d,]+ times smaller than it is, as no honest text is\.$/,
    )
    expect(large).toBe('large.txt! “large.txt” is too large (26 MB; the limit is 25 MB).')
  })

  it('is left where it and the archives in it unpack to too much, however often they are packed', async () => {
    const inner = zipFile(Array.from({ length: 100 }, (_, i) => text(`${i}.txt`, zeros(0.9))))
    const found = await zipped(text('a.zip', inner), text('b.zip', inner), text('c.txt'))
    expect(found.length).toBeLessThan(15)
    expect(found.at(-1)).toBe(
      '! “a.zip” is packed more than 200 times smaller than it is, as no honest text is; the rest was left in it.',
    )
  })

  it('is left where it and the archives in it hold too many files', async () => {
    const inner = zipFile(Array.from({ length: 6000 }, (_, i) => text(`${i}.png`, 'x')))
    const found = await zipped(text('a.zip', inner), text('b.zip', inner), text('c.txt'))
    expect(found).toHaveLength(2)
    expect(found.at(-1)).toBe(
      '! “a.zip” holds more than 10,000 files, with those of archives in it; the rest was left in it.',
    )
  })

  it.each([10, 5_000_000])('is found out where it lies about a size: %d', async (declared) => {
    const content = Array.from({ length: 90_000 }, (_, i) => i.toString(36)).join(' ')
    expect(await zipped({ ...text('lie.txt', content), declared })).toEqual([
      'lie.txt! “lie.txt” is not what the archive says it is: its size or its bytes are wrong.',
    ])
  })

  it('keeps what is behind a password', async () => {
    expect(await zipped({ ...text('a.txt'), isEncrypted: true })).toEqual([
      'a.txt! “a.txt” is protected by a password; please unpack the archive yourself.',
    ])
  })
})

describe('the format of a file', () => {
  it('is told by its first bytes where they leave no doubt', async () => {
    expect(await rows(zipFile([text('b.txt')]), 'a.txt')).toEqual(['b.txt: b.txt'])
    const [old] = await rows(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.docx')
    expect(old).toMatch(/^! “a\.docx” is a file of an old office program, or protected by a password;/)
  })

  it('is a text where that is what its name says, whatever the text is about', async () => {
    expect(await rows('<!doctype html><p>Truce', 'a.txt')).toEqual([': <!doctype html><p>Truce'])
  })

  it.each(['a.docx', 'a.xlsx', 'a.epub', 'a.odt'])(
    'is its name’s where an archive is not whole: %s',
    async (name) => {
      const [row] = await rows(zipFile([text('other.xml')]), name)
      expect(row).toMatch(/^! “a\..*” could not be read: it is damaged, or no /)
    },
  )

  it('that nobody can read is said, with all that can be read', async () => {
    expect(await rows('x', 'a.xyz')).toEqual([
      expect.stringMatching(
        /^! “a\.xyz” is of a kind that cannot be read\. What can be read: \.txt, .* and \.zip\.$/,
      ),
    ])
  })
})
