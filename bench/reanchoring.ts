import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reanchor } from '#shared/anchoring/reanchor.ts'
import type { Span } from '#shared/domain/span.ts'
import { type Verdict, verdictOn } from '#shared/testing/anchoring-truth.ts'
import { formulaicText } from '#shared/testing/formulaic-text.ts'
import {
  type Chance,
  chanceOf,
  garbled,
  TEXT_CHANGES,
  type TextChange,
} from '#shared/testing/text-changes.ts'
import { originsOf, textOfTracked, tracked } from '#shared/testing/tracked-text.ts'

/**
 * Re-anchors marks in texts that were changed in known ways, and counts what became of them. The texts are our own samples,
 * generated ones of formulaic sentences and, where they are at hand, given articles beside the checkout, which are never quoted. Each change keeps track of
 * every character, so that it is known where a mark has gone; what counts as wrong is said in `verdictOn`.
 */
/** None of these is one that the algorithm was tuned on. */
const SEEDS = [101, 102, 103, 104, 105, 106, 107]
const MARKS_PER_TEXT = 24
const ROUNDS = 3
const FOLDERS = ['samples', 'e2e/corpus', '../shared/articles']

type Count = { readonly [V in Verdict]: number }
const nothing: Count = { right: 0, flagged: 0, wrong: 0 }
const sum = (a: Count, b: Count): Count => ({
  right: a.right + b.right,
  flagged: a.flagged + b.flagged,
  wrong: a.wrong + b.wrong,
})

function textsIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /^(?!README).*\.(txt|md)$/.test(name))
    return names.map((name) => garbled(readFileSync(join(folder, name), 'utf8')))
  } catch {
    return []
  }
}

/** Marks as analysts make them: from one to twenty-five words, beginning and ending with a word. */
function marksIn(text: string, chance: Chance): Span[] {
  const words = Array.from(text.matchAll(/[\p{L}\p{N}]+/gu))
  return Array.from({ length: MARKS_PER_TEXT }, () => {
    const first = chance(words.length)
    const last = Math.min(words.length - 1, first + (chance(2) === 0 ? chance(3) : chance(25)))
    const [from, to] = [words[first], words[last]]
    return { start: from?.index ?? 0, end: (to?.index ?? 0) + (to?.[0].length ?? 1) }
  })
}

function trial(old: string, changes: readonly TextChange[], chance: Chance): Count {
  const changed = changes.reduce((text, change) => change(text, chance), tracked(old))
  const texts = { old, now: textOfTracked(changed), origins: originsOf(changed) }
  const marks = marksIn(old, chance)
  const asked = marks.map((span, i) => ({ id: String(i), spans: [span] }))
  const count = { ...nothing }
  for (const [i, anchoring] of reanchor(old, texts.now, asked).entries())
    count[verdictOn(anchoring, [marks[i] as Span], texts)]++
  return count
}

const TEXTS = FOLDERS.slice(0, 2).flatMap(textsIn)
const GIVEN =
  FOLDERS.slice(2)
    .map(textsIn)
    .find((texts) => texts.length > 0) ?? []

function rowFor(name: string, texts: readonly string[], changes: readonly TextChange[]): Count {
  const counts = SEEDS.flatMap((seed) => {
    const chance = chanceOf(seed * 7_919 + name.length)
    return texts.flatMap((text) => Array.from({ length: ROUNDS }, () => trial(text, changes, chance)))
  })
  return counts.reduce(sum, nothing)
}

function seedRow(seed: number, texts: readonly string[]): Count {
  const chance = chanceOf(seed)
  const all = Object.values(TEXT_CHANGES)
  return texts
    .flatMap((text) => all.map((change) => trial(text, [change], chance)))
    .concat(
      texts.map((text) =>
        trial(
          text,
          [0, 1, 2].map(() => all[chance(all.length)] as TextChange),
          chance,
        ),
      ),
    )
    .reduce(sum, nothing)
}

const share = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`

function line(name: string, { right, flagged, wrong }: Count): string {
  const total = right + flagged + wrong
  return `| ${name} | ${total.toLocaleString('en')} | ${share(right, total)} | ${share(flagged, total)} | ${wrong} |`
}

const HEAD = '| marks | automatic | flagged | wrong |\n|---|---|---|---|---|'

function table(texts: readonly string[]): { readonly lines: string; readonly total: Count } {
  const changes = Object.entries(TEXT_CHANGES).map(
    ([name, change]) => [name, rowFor(name, texts, [change])] as const,
  )
  const seeds = SEEDS.map((seed) => [`seed ${seed}, all changes`, seedRow(seed, texts)] as const)
  const total = [...changes, ...seeds].map(([, count]) => count).reduce(sum, nothing)
  const rows = [...changes, ...seeds].map(([name, count]) => line(name, count))
  return { lines: [`| change ${HEAD}`, ...rows, line('**in all**', total)].join('\n'), total }
}

const FORMULAIC = SEEDS.map((seed) => formulaicText(chanceOf(seed)))

const own = table(TEXTS)
const formulaic = table(FORMULAIC)
const given = GIVEN.length > 0 ? table(GIVEN) : null
const report = [
  `Own texts (${TEXTS.length}):\n\n${own.lines}`,
  given ? `Given texts (${GIVEN.length}), not part of this project:\n\n${given.lines}` : '',
  `Texts of formulaic sentences (${FORMULAIC.length}):\n\n${formulaic.lines}`,
]
  .filter(Boolean)
  .join('\n\n')
process.stdout.write(`${report}\n`)

const [BEGIN, END] = ['<!-- figures -->', '<!-- end of figures -->']
if (process.argv.includes('--write')) {
  const file = 'docs/reanchoring.md'
  const page = readFileSync(file, 'utf8')
  const [before] = page.split(BEGIN)
  const after = page.split(END)[1]
  writeFileSync(file, `${before}${BEGIN}\n\n${report}\n\n${END}${after}`)
}
