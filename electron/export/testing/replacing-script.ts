import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFolder } from '#electron/export/replaced-folder.ts'

/** Gives a folder one content after another, each of many files that say the same, until somebody ends it. */
const [out = ''] = process.argv.slice(2)

for (let round = 0; ; round++) {
  const folder = `${out}-${process.pid}-${round}`
  await mkdir(folder)
  for (let i = 0; i < 20; i++) await writeFile(join(folder, `${i}`), `${round}`)
  await replaceFolder(folder, out)
}
