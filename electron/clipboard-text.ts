import { clipboard } from 'electron'
import type { BroughtText } from '#shared/ipc/importing.ts'

/** The clipboard as the fallback runtime has it, and as newer Electrons do: each knows HTML in one of these ways. */
type AnyClipboard = {
  readonly readHTML?: () => string
  readonly read?: () => Promise<readonly ClipboardEntry[]>
}
type ClipboardEntry = {
  readonly types: readonly string[]
  readonly getType: (type: string) => Promise<{ readonly text: () => Promise<string> }>
}

const HTML = 'text/html'

/** Null where there are no words on it. */
export async function textOnClipboard(): Promise<BroughtText | null> {
  const [html, text] = [await readHtml(clipboard as unknown as AnyClipboard), await clipboard.readText()]
  return html.trim() || text.trim() ? { html: html.trim() ? html : null, text } : null
}

async function readHtml(board: AnyClipboard): Promise<string> {
  if (board.readHTML) return board.readHTML()
  const entries = (await board.read?.()) ?? []
  const entry = entries.find(({ types }) => types.includes(HTML))
  return entry ? (await entry.getType(HTML)).text() : ''
}
