/** An element of a page as our own writers write them: all that is opened is closed. */
export type PageElement = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: PageNode[]
}
export type PageNode = PageElement | string

const TOKEN =
  /<!DOCTYPE html>|<(?<close>\/?)(?<tag>[a-z][a-z0-9]*)(?<attributes>(?: [a-z-]+="[^"<>]*")*)>|(?<text>[^<]+)/y
const VOID = ['meta']

/** Reads HTML as strictly as it can be read; throws where it is not so, or where a tag closes another element. */
export function pageElements(page: string): PageElement {
  const root: PageElement = { tag: '', attributes: {}, children: [] }
  const open = [root]
  TOKEN.lastIndex = 0
  for (let at = 0; at < page.length; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(page)?.groups
    if (!token) throw new Error(`no HTML of ours: ${page.slice(at, at + 60)}`)
    take(token, open)
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.tag}> is not closed`)
  return root
}

function take(
  { tag, text, close, attributes }: Record<string, string | undefined>,
  open: PageElement[],
): void {
  const top = open.at(-1) as PageElement
  if (text !== undefined) top.children.push(top.tag === 'style' ? text : decoded(text))
  if (tag === undefined) return
  if (close) {
    if (open.pop()?.tag !== tag) throw new Error(`</${tag}> closes <${top.tag}>`)
    return
  }
  const element = { tag, attributes: attributesIn(attributes ?? ''), children: [] }
  top.children.push(element)
  if (!VOID.includes(tag)) open.push(element)
}

const attributesIn = (source: string): PageElement['attributes'] =>
  Object.fromEntries(
    Array.from(source.matchAll(/ ([a-z-]+)="([^"]*)"/g), ([, name = '', value = '']) => [
      name,
      decoded(value),
    ]),
  )

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' }

function decoded(source: string): string {
  // Line ends that are written as such are all line feeds.
  return source
    .replace(/\r\n?/g, '\n')
    .replace(/&([^;]*);?/g, (_, name: string) => CHARACTERS[name] ?? `no reference: ${name}`)
}

/** An element and all within, in order. */
export const elementsIn = (node: PageNode): readonly PageElement[] =>
  typeof node === 'string' ? [] : [node, ...node.children.flatMap(elementsIn)]

export const textIn = (node: PageNode): string =>
  typeof node === 'string' ? node : node.children.map(textIn).join('')
