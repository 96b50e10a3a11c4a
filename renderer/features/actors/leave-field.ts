/** Leads from a field back to the list of actors. */
export const toActorList = (): void =>
  document.querySelector<HTMLElement>('section[aria-label="All actors"] [role="listbox"]')?.focus()
