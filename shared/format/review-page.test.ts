import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapedHtml, inertJson, reviewPage } from './review-page.ts'

const assets = { script: 'start()', style: 'body { margin: 0 }' }
const hostile = '</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> "\'&\u2028\u2029'

const pieces = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  '\\',
  '\u2028',
  '\u2029',
  '\0',
  '\ud800',
  '😀',
  'script',
  '!--',
  ']]>',
  '\r',
]

const page = (title: string, value: unknown, given = assets) =>
  reviewPage(
    { title, data: JSON.stringify(value), hash: 'ab'.repeat(32), hues: [25, 145], assets: given },
    (text) => `hash of ${text.length}`,
  )

/** What lies between the tags of the page's elements of that name. */
const contentsOf = (html: string, name: string): readonly string[] =>
  Array.from(
    html.matchAll(new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`, 'g')),
    (match) => match[1] ?? '',
  )

describe('the page of a review file', () => {
  it('has two elements of script, the data and its own, whatever the data holds', () => {
    const html = page(hostile, { text: hostile })
    const [data, script, ...more] = contentsOf(html, 'script')
    expect(script).toBe('start()')
    expect(more).toEqual([])
    expect(JSON.parse(data ?? '')).toEqual({ text: hostile })
  })

  it('says in its policy that nothing may be loaded, and which script and style may act', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page('A', {}))?.[1]
    const [style] = contentsOf(page('A', {}), 'style')
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'sha256-hash of 7'",
      `style-src 'sha256-hash of ${style?.length}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ])
  })

  it('gives every label its hue', () => {
    expect(contentsOf(page('A', {}), 'style')[0]).toContain('.label-1 { --hue: 145; }')
  })

  it('is never put together with a script or a style that would end early', () => {
    for (const script of ['a</script>', 'a<!--', 'a\r\n', 'a\0'])
      expect(() => page('A', {}, { ...assets, script })).toThrow()
    expect(() => page('A', {}, { ...assets, style: '</STYLE>' })).toThrow()
  })

  it('has no tag of what is written into it as text or as data', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const words = parts.join('')
        expect(inertJson(JSON.stringify(words))).not.toMatch(/[<>&\u2028\u2029]/)
        expect(JSON.parse(inertJson(JSON.stringify(words)))).toBe(words)
        expect(escapedHtml(words)).not.toMatch(/[<>"']/)
      }),
    )
  })
})
