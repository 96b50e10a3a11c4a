/** What a key does anywhere on the page but where words are typed. */
export type KeyRuns = Readonly<Record<string, () => void>>

/** Plain keys, and `Ctrl+…` for those with Ctrl or Command. */
export function listenToKeys(runs: KeyRuns): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || isTyping(event.target)) return
    const isHeld = event.ctrlKey || event.metaKey
    const run = runs[`${isHeld ? 'Ctrl+' : ''}${event.key.toLowerCase()}`]
    if (!run) return
    event.preventDefault()
    run()
  })
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'button' && target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
