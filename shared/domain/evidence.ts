import type { Span } from './span.ts'

/** Where something that is known of an article was read from. */
export type Evidence = {
  /** `text`: the canonical text, at `span`; `file`: what the format says beside the text, such as a mail's header. */
  readonly from: 'text' | 'json-ld' | 'open-graph' | 'meta' | 'file'
  /** In the canonical text; null where the words are not in it. */
  readonly span: Span | null
  /** 0 to 100. */
  readonly certainty: number
}
