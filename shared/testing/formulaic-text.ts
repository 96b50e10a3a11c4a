import type { Chance } from './text-changes.ts'

const NAMES = ['Norland', 'Vesteria', 'The ministry', 'Ana Ruiz', 'The mayor', 'Halden', 'Orléans']
const VERBS = ['promised to reopen', 'threatened to close', 'agreed to fund', 'refused to visit']
const THINGS = ['the strait', 'the harbour', 'the new bridge', 'the border at Halden', 'the port of Vesteria']
const TIMES = ['by May', 'in spring', 'on Monday', 'next year', 'within thirty days']
const PARAGRAPHS = 8

/** Sentences after one pattern, which share most of their words: the hardest texts to tell places apart in. */
export function formulaicText(chance: Chance): string {
  const paragraphs = Array.from({ length: PARAGRAPHS }, () =>
    Array.from({ length: 1 + chance(4) }, () => sentence(chance)).join(' '),
  )
  return `${paragraphs.join('\n\n')}\n`
}

const sentence = (chance: Chance): string =>
  `${[NAMES, VERBS, THINGS, TIMES].map((words) => words[chance(words.length)]).join(' ')}.`
