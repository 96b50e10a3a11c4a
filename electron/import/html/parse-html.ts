import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { failed, ok, type Result } from '#shared/domain/result.ts'

export type Page = DefaultTreeAdapterTypes.Document

/** Browsers stop at 512 and put what lies deeper beside one another. */
const DEEPEST = 1000
const MOST_ELEMENTS = 1_000_000

/** Thrown in here to end the parsing of a page that no person wrote. */
class Refusal extends Error {}

/**
 * The tree of a page, made as browsers make it. Nothing in it is run, and nothing that it refers to is opened: scripts,
 * frames and pictures are names in a tree.
 * @param name the file's, for the sentence of a failure.
 */
export function parseHtml(html: string, name: string): Result<Page> {
  try {
    return ok(parse(html, { treeAdapter: boundedAdapter() }))
  } catch (error) {
    if (error instanceof Refusal) return failed(`“${name}” is not a page that can be read: ${error.message}`)
    throw error
  }
}

function boundedAdapter() {
  let depth = 0
  let elements = 0
  return {
    ...defaultTreeAdapter,
    onItemPush: () => {
      if (++depth > DEEPEST) throw new Refusal(`its elements lie more than ${DEEPEST} deep in one another.`)
    },
    onItemPop: () => {
      depth--
    },
    createElement: (...made: Parameters<typeof defaultTreeAdapter.createElement>) => {
      if (++elements > MOST_ELEMENTS) throw new Refusal('it has more than a million elements.')
      return defaultTreeAdapter.createElement(...made)
    },
  }
}
