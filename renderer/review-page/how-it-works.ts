import type { Scheme } from '#shared/domain/scheme.ts'
import { element } from './element.ts'

const key = (name: string): HTMLElement => element('kbd', {}, name)

/** How marks are gone through and decided on, and which letter is which label's. */
export function howItWorks({ labels }: Scheme, signs: ReadonlyMap<string, string>): HTMLElement {
  const names = labels.map(({ id, title, shape }, index) =>
    element(
      'li',
      {},
      element('span', { className: `sign ${shape} label-${index}` }, signs.get(id) ?? ''),
      ` ${title}`,
    ),
  )
  return element(
    'div',
    { className: 'how' },
    element(
      'ul',
      {},
      element(
        'li',
        {},
        'Choose a mark by its words in the text, or go on with Next',
        key('J'),
        ' and back with Previous',
        key('K'),
        '.',
      ),
      element(
        'li',
        {},
        'Accept it',
        key('A'),
        ', reject it',
        key('X'),
        ', propose a change',
        key('C'),
        ' or comment',
        key('N'),
        '.',
      ),
      element('li', {}, 'At the end, save your answers', key('S'), ' and send that file back.'),
    ),
    element('p', {}, 'The letter before a mark is its label’s:'),
    element('ul', { className: 'signs' }, ...names),
  )
}
