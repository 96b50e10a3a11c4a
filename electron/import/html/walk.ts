import { defaultTreeAdapter } from 'parse5'
import { isElement, type PageElement, type PageParent } from './element.ts'

/** What to do on the way through a page. `enter` says whether the way leads into the element; then `leave` follows. */
export type Visitor = {
  readonly enter: (element: PageElement) => boolean
  readonly leave?: (element: PageElement) => void
  readonly text?: (text: string) => void
  readonly comment?: (text: string) => void
}

type Step = { readonly parent: PageParent; next: number }

/** All below `root` in the page's order, with a stack of its own: pages nest deeper than calls may. */
export function walk(root: PageParent, visitor: Visitor): void {
  const stack: Step[] = [{ parent: root, next: 0 }]
  for (let step = stack.at(-1); step; step = stack.at(-1)) {
    const node = step.parent.childNodes[step.next++]
    if (node === undefined) leave(stack, visitor)
    else if (isElement(node)) {
      if (visitor.enter(node)) stack.push({ parent: node, next: 0 })
    } else if (defaultTreeAdapter.isTextNode(node)) visitor.text?.(node.value)
    else if (defaultTreeAdapter.isCommentNode(node)) visitor.comment?.(node.data)
  }
}

function leave(stack: Step[], visitor: Visitor): void {
  const left = stack.pop()?.parent
  if (stack.length > 0 && left && isElement(left)) visitor.leave?.(left)
}

/** All elements below `root` that `isWanted` takes, in the page's order, also those inside one another. */
export function elementsIn(root: PageParent, isWanted: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = []
  const enter = (element: PageElement): boolean => {
    if (isWanted(element)) found.push(element)
    return true
  }
  walk(root, { enter })
  return found
}

/** The words below `root` just as they stand in the file, whether they are to be seen or not. */
export function rawTextOf(root: PageParent): string {
  const texts: string[] = []
  walk(root, { enter: () => true, text: (text) => texts.push(text) })
  return texts.join('')
}
