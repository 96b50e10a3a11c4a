import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { SAMPLES } from './workspace.ts'

/** A name, the article to mark it in first, and which of its places there, where it stands alone. */
export type Called = readonly [name: string, article: number, place?: number]

/**
 * An actor by its names, each marked once by hand; `also`: what of the doubtful places is right. Names that are
 * descriptions are nobody’s for good, so each of them is marked all over by itself.
 */
export type Plan = {
  readonly names: readonly Called[]
  readonly also?: RegExp
  readonly areDescriptions?: true
}

const LONGER = /A longer name/
const ADJECTIVE = /Used as an adjective/
const DESCRIPTION = /No name/

/** Whoever the articles name, and groups that they speak of more than once. */
const REAL_PLANS: readonly Plan[] = [
  {
    names: [
      ['China', 0, 3],
      ['Beijing', 1, 2],
    ],
  },
  {
    names: [
      ['U.S.', 1],
      ['US', 2],
      ['Washington', 2],
      ['United States', 0],
    ],
  },
  {
    names: [
      ['both sides', 0],
      ['two nations', 0],
      ['the two sides', 1],
      ['neither government', 1],
    ],
    also: DESCRIPTION,
    areDescriptions: true,
  },
  {
    names: [
      ['Xi Jinping', 1, 2],
      ['Jinping', 0, 2],
      ['Chinese leader', 0],
    ],
    also: LONGER,
  },
  { names: [['Guo', 1, 2]], also: LONGER },
  { names: [['Spaulding', 1, 2]], also: LONGER },
  {
    names: [
      ['Baucus', 2, 3],
      ['the ambassador', 2],
    ],
    also: LONGER,
  },
  {
    names: [
      ['Attorney General Loretta Lynch', 1],
      ['U.S. Attorney General Loretta E. Lynch', 0],
    ],
    also: LONGER,
  },
  {
    names: [
      ['Homeland Security Secretary Jeh Johnson', 1],
      ['Homeland Security chief Jeh Johnson', 0],
      ['U.S. Secretary of Homeland Security Jeh Johnson', 2],
    ],
  },
  { names: [['Obama administration', 1]], also: ADJECTIVE },
  {
    names: [
      ['President Obama', 2],
      ['President Barack Obama', 0],
    ],
  },
  { names: [['Meng', 2, 2]], also: LONGER },
  {
    names: [
      ['U.S. officials', 0],
      ['American officials', 0],
    ],
  },
  {
    names: [
      ['Chinese officials', 1, 2],
      ['Chinese leaders', 0, 2],
    ],
  },
  {
    names: [
      ['U.S. companies', 1],
      ['American businesses', 0],
    ],
    also: ADJECTIVE,
  },
  { names: [['U.S. federal employees', 1]] },
  {
    names: [
      ['Office of Personnel Management', 1],
      ['OPM', 1],
    ],
  },
  { names: [['Xinhua', 0, 2]], also: LONGER },
  { names: [['White House', 1]] },
  { names: [['Federal Bureau of Investigation', 0]] },
  { names: [['Department of Justice', 0, 3]] },
  { names: [['Department of Homeland Security', 2]] },
  { names: [['Central Political and Legal Affairs Commission', 2]] },
  { names: [['U.S.-China Economic and Security Review Commission', 2]] },
  { names: [['Reuters', 1]] },
]

/** Of our own articles, for where the real ones are not. */
const OWN_PLANS: readonly Plan[] = [
  { names: [['Norland', 1]], also: LONGER },
  { names: [['Vesteria', 1]] },
  {
    names: [
      ['Ana Ruiz', 1],
      ['Ruiz', 1, 4],
    ],
  },
  {
    names: [
      ['Eluard Dace', 1],
      ['Dace', 1, 4],
    ],
  },
  {
    names: [
      ['Coastal League', 0],
      ['League', 0, 2],
    ],
  },
  {
    names: [
      ['Highland Front', 0],
      ['Front', 0, 4],
    ],
  },
  {
    names: [
      ['Leyla Assaf', 0],
      ['Assaf', 0, 3],
    ],
  },
  {
    names: [
      ['Nadim Harroub', 0],
      ['Harroub', 0, 3],
    ],
  },
  { names: [['Hugo Tamsin', 0]] },
  { names: [['Oskvold', 1]], also: LONGER },
  {
    names: [
      ['the union', 2],
      ['Dockers United', 2],
    ],
    also: DESCRIPTION,
  },
  { names: [['Achterby', 2]], also: LONGER },
  { names: [['Faulds', 2]], also: LONGER },
  { names: [['Blackgate Security', 2]] },
]

export type Reading = {
  readonly name: string
  /** Paths, in the order that plans number them. */
  readonly files: readonly string[]
  readonly plans: readonly Plan[]
}

/** Three articles and whom they name: the real ones where they are beside the project, and else three of our own. */
export function readingAtHand(): Reading {
  const folder = path.join(import.meta.dirname, '..', '..', 'shared', 'articles')
  const isThere = existsSync(folder)
  const names = isThere
    ? readdirSync(folder).filter((name) => name.endsWith('.txt'))
    : ['ceasefire-monitors.txt', 'fisheries-accord.txt', 'port-strike-deal.txt']
  return {
    name: isThere ? 'the real articles' : 'our own articles',
    files: names.sort().map((name) => path.join(isThere ? folder : SAMPLES, name)),
    plans: isThere ? REAL_PLANS : OWN_PLANS,
  }
}
