import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5'

export type PageNode = DefaultTreeAdapterTypes.ChildNode
export type PageElement = DefaultTreeAdapterTypes.Element
export type PageParent = DefaultTreeAdapterTypes.ParentNode

export const isElement = (node: PageNode | PageParent): node is PageElement =>
  defaultTreeAdapter.isElementNode(node as PageNode)

/** Undefined where the element has no such attribute; names are lower case. */
export const attributeOf = (element: PageElement, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value

/** Null at the top of the page. */
export function parentOf(element: PageElement): PageElement | null {
  const parent = element.parentNode
  return parent && isElement(parent) ? parent : null
}
