type Child = Node | string | null

type Given = {
  readonly className?: string
  readonly id?: string
  readonly hidden?: boolean
  readonly type?: string
  readonly value?: string
  readonly selected?: boolean
  readonly required?: boolean
  readonly tabIndex?: number
  readonly rows?: number
  readonly maxLength?: number
  readonly accept?: string
  readonly attributes?: Readonly<Record<string, string>>
}

/** An element with what it holds. Words always become text: nothing is ever read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { attributes = {}, ...given }: Given = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  Object.assign(made, given)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter((child) => child !== null))
  return made
}

/** A button that says its key, and runs when it is pressed. */
export function button(title: string, run: () => void, key = ''): HTMLButtonElement {
  const made = element('button', { type: 'button' }, title)
  if (key !== '') {
    made.append(' ', element('kbd', { attributes: { 'aria-hidden': 'true' } }, key))
    made.setAttribute('aria-keyshortcuts', key)
  }
  made.addEventListener('click', run)
  return made
}

/** A form control with its label around it. */
export const labelled = <T extends HTMLElement>(title: string, control: T): HTMLLabelElement =>
  element('label', { className: 'field' }, element('span', {}, title), control)

export const option = (value: string, title: string, selected = false): HTMLOptionElement =>
  element('option', { value, selected }, title)
