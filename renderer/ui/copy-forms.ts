/**
 * Puts `forms`, by their types, on the clipboard by the copy event. The clipboard's own interface would ask for a
 * permission, and parse HTML as part of this page first, whose security policy takes every inline style out of it.
 */
export function copyForms(forms: Readonly<Record<string, string>>): void {
  const fill = (event: ClipboardEvent) => {
    for (const [type, content] of Object.entries(forms)) event.clipboardData?.setData(type, content)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('copy', fill, { capture: true })
  document.execCommand('copy')
  window.removeEventListener('copy', fill, { capture: true })
}
