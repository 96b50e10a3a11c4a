import type { Scheme } from '#shared/domain/scheme.ts'
import { element } from './element.ts'

/** The scheme's guidelines and its labels', folded until they are wanted. */
export function guidelines(scheme: Scheme, signs: ReadonlyMap<string, string>): HTMLElement {
  const labels = scheme.labels.flatMap(({ id, title, shape, description, guideline }, index) => [
    element(
      'h3',
      {},
      element('span', { className: `sign ${shape} label-${index}` }, signs.get(id) ?? ''),
      ` ${title}`,
    ),
    ...markdown(description),
    ...markdown(guideline),
  ])
  return element(
    'details',
    { className: 'guidelines' },
    element('summary', {}, 'Guidelines'),
    ...markdown(scheme.guidelines),
    ...labels,
  )
}

/** Headings, lists, paragraphs, strong and emphasis of Markdown; everything else stands there as it was written. */
export function markdown(text: string): readonly HTMLElement[] {
  return text
    .split(/\n\s*\n|\n(?=#|[-*] |\d+[.)] )/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(blockOf)
}

function blockOf(block: string): HTMLElement {
  const heading = /^#{1,6}\s+(.*)$/s.exec(block)?.[1]
  if (heading !== undefined) return element('h4', {}, ...inline(heading))
  const item = /^(?:[-*]|\d+[.)])\s+(.*)$/s.exec(block)?.[1]
  if (item !== undefined) return element('p', { className: 'item' }, '• ', ...inline(item))
  return element('p', {}, ...inline(block))
}

/** `**strong**`, `*emphasis*`, `_emphasis_` and `` `code` ``. */
function inline(text: string): readonly (Node | string)[] {
  return text.split(/(\*\*[^*]+\*\*|\*[^*]+\*|\b_[^_]+_\b|`[^`]+`)/).map((part) => {
    if (part.startsWith('**') && part.length > 4) return element('strong', {}, part.slice(2, -2))
    if (/^[*_].+[*_]$/s.test(part)) return element('em', {}, part.slice(1, -1))
    return /^`.+`$/s.test(part) ? element('code', {}, part.slice(1, -1)) : part
  })
}
