import type { Span } from '#shared/domain/span.ts'
import type { HtmlText } from './html-text.ts'

/** How much of a range is links. */
export class LinkShare {
  readonly #links: readonly Span[]
  /** Letters of all links before the one of the same place. */
  readonly #before: readonly number[]

  constructor({ spans }: HtmlText) {
    const links: Span[] = []
    const before: number[] = [0]
    for (const span of linksIn(spans)) {
      if (span.start < (links.at(-1)?.end ?? 0)) continue
      before.push((before.at(-1) ?? 0) + span.end - span.start)
      links.push(span)
    }
    this.#links = links
    this.#before = before
  }

  /** 0 to 1. */
  in({ start, end }: Span): number {
    return (this.#lettersBefore(end) - this.#lettersBefore(start)) / Math.max(1, end - start)
  }

  #lettersBefore(offset: number): number {
    const i = this.#firstEndingAt(offset)
    return (this.#before[i] ?? 0) + Math.max(0, offset - (this.#links[i]?.start ?? offset))
  }

  /** The first link that ends behind `offset`, by halving. */
  #firstEndingAt(offset: number): number {
    let low = 0
    let high = this.#links.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#links[middle]?.end ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

const linksIn = (spans: HtmlText['spans']): Span[] =>
  [...spans]
    .filter(([{ tagName, attrs }]) => tagName === 'a' && attrs.some(({ name }) => name === 'href'))
    .map(([, span]) => span)
    .sort((a, b) => a.start - b.start)
