import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ORIGIN, rendererFile } from './renderer-file.ts'

const ROOT = path.resolve('dist', 'renderer')

test.each([
  ['index.html', ['index.html']],
  ['assets/index-B_x9-1.js', ['assets', 'index-B_x9-1.js']],
  ['assets/serif.latin.woff2', ['assets', 'serif.latin.woff2']],
  ['index.html?theme=dark#top', ['index.html']],
])('%s is a file of the renderer', (address, parts) => {
  expect(rendererFile(ROOT, `${ORIGIN}/${address}`)).toBe(path.join(ROOT, ...parts))
})

test.each([
  `${ORIGIN}/../main.js`,
  `${ORIGIN}/assets/../../main.js`,
  `${ORIGIN}/%2e%2e/main.js`,
  `${ORIGIN}/..%2fmain.js`,
  `${ORIGIN}/..%5cmain.js`,
  `${ORIGIN}/..\\main.js`,
  `${ORIGIN}//etc/passwd.txt`,
  `${ORIGIN}/index.html%00.js`,
  `${ORIGIN}/.hidden/index.html`,
  `${ORIGIN}/`,
  'app://elsewhere/index.html',
  'app://renderer.example/index.html',
  'app://renderer@elsewhere/index.html',
  'app://renderer:1/index.html',
  'file:///index.html',
  'https://renderer/index.html',
])('%s is none', (address) => {
  expect(rendererFile(ROOT, address)).toBeNull()
})

const piece = fc.oneof(
  fc.constantFrom('..', '.', '%2e%2e', '%5c', '\\', '\0', 'a', 'b.js', '', '//', 'C:'),
  fc.string(),
)

test('no address leads out of the folder', () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const file = rendererFile(ROOT, `${ORIGIN}/${pieces.join('/')}`)
      expect(file === null || file.startsWith(ROOT + path.sep)).toBe(true)
    }),
  )
})
