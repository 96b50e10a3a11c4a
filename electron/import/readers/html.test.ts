import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { readingOf } from '../testing/parts.ts'
import { shown } from '../testing/shown.ts'
import { html } from './html.ts'

const folder = join(import.meta.dirname, '../testing/pages')
const ENCODINGS: Readonly<Record<string, string>> = { 'western.page': 'windows-1252', 'chinese.page': 'gbk' }
const bytesOf = (name: string): Uint8Array =>
  iconv.encode(readFileSync(join(folder, name), 'utf8'), ENCODINGS[name] ?? 'utf8')

const pages = readdirSync(folder).filter((name) => name.endsWith('.page'))

it.each(pages)('reads %s as it always did', async (name) => {
  const reading = await readingOf(html, bytesOf(name), 'a.html')
  await expect(shown(reading)).toMatchFileSnapshot(join(folder, name.replace('.page', '.golden.txt')))
})
