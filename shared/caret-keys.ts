import type { Motion } from './domain/motions.ts'

/**
 * The caret's own commands. Each has a twin that selects on the way: the same key with Shift. Left and right are meant as
 * on the screen: in a paragraph that is written from right to left, right goes back.
 */
export const CARET_KEYS = [
  { to: 'left', title: 'One character left', keys: ['Left'] },
  { to: 'right', title: 'One character right', keys: ['Right'] },
  { to: 'word-left', title: 'One word left', keys: ['CmdOrCtrl+Left'], macKeys: ['Alt+Left'] },
  { to: 'word-right', title: 'One word right', keys: ['CmdOrCtrl+Right'], macKeys: ['Alt+Right'] },
  {
    to: 'previous-sentence',
    title: 'Start of the sentence, or the one before',
    keys: ['Alt+Left'],
    macKeys: ['CmdOrCtrl+Alt+Left'],
  },
  { to: 'next-sentence', title: 'Next sentence', keys: ['Alt+Right'], macKeys: ['CmdOrCtrl+Alt+Right'] },
  {
    to: 'previous-paragraph',
    title: 'Start of the paragraph, or the one before',
    keys: ['CmdOrCtrl+Up'],
    macKeys: ['Alt+Up'],
  },
  { to: 'next-paragraph', title: 'Next paragraph', keys: ['CmdOrCtrl+Down'], macKeys: ['Alt+Down'] },
  { to: 'start', title: 'Start of the article', keys: ['CmdOrCtrl+Home'], macKeys: ['CmdOrCtrl+Up'] },
  { to: 'end', title: 'End of the article', keys: ['CmdOrCtrl+End'], macKeys: ['CmdOrCtrl+Down'] },
] as const satisfies readonly {
  to: Motion
  title: string
  keys: readonly string[]
  macKeys?: readonly string[]
}[]
