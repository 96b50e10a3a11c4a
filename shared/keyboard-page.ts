import { type BoundCommand, commandsFor, SECTIONS } from './commands.ts'
import { ACA_1 } from './domain/aca-1.ts'
import { shownKeys } from './shown-keys.ts'

const HEAD = `# The keyboard

<!-- Written by UPDATE_DOCS=1 npx vitest run shared/keyboard-page.test.ts; change shared/commands.ts instead. -->

Every command, with the keys that it comes with. *Help › Keyboard* (\`?\`) shows the keys that you have and lets you change
them; *Help › Command palette* (\`Ctrl+K\`, \`⌘K\`) runs any command by a few letters of its name. Labels have the keys
that the workspace’s scheme gives them; here they are those of the scheme that comes with the app.

Keys without Ctrl, Alt or ⌘ work wherever nothing is being typed. A keyboard that has other letters (Cyrillic, Greek …)
need not be switched over: a letter of a command is also where an American keyboard has it.

## What is so everywhere

- In the text, the arrows up and down, Home, End, Page Up and Page Down move the caret, with Shift they select.
- In lists, the arrows, Home, End, Page Up and Page Down choose, and Enter goes from there to the text.
- Escape leaves a field for the text, Shift+Tab leaves the text. In the find field Enter goes to the next match.
`

/** docs/keyboard.md, made from the list of commands. */
export function keyboardPage(): string {
  const commands = commandsFor(ACA_1)
  const onMac = commandsFor(ACA_1, { isMac: true, bindings: {} })
  const sections = SECTIONS.map((section) => {
    const rows = commands.flatMap((command, i) =>
      command.menu === section ? [rowOf(command, onMac[i] as BoundCommand)] : [],
    )
    return `\n## ${section}\n\n| Command | Linux, Windows | macOS |\n|---|---|---|\n${rows.join('')}`
  })
  return HEAD + sections.join('')
}

const rowOf = ({ title, keys }: BoundCommand, onMac: BoundCommand): string =>
  `| ${title} | ${cell(keys, false)} | ${cell(onMac.keys, true)} |\n`

const cell = (keys: readonly string[], isMac: boolean): string =>
  keys.map((key) => `\`${shownKeys(key, isMac)}\``).join(' ')
