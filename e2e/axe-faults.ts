import { AxeBuilder } from '@axe-core/playwright'
import type { Desk } from './desk.ts'

/**
 * What is so by design: the lines between the panes lie between landmarks and belong to none, and a row of a list is
 * named by its title or its quote alone, while what else it shows is its description.
 */
const BY_DESIGN: Readonly<Record<string, string>> = {
  region: 'role="separator"',
  'label-content-name-mismatch': 'role="option"',
}

/** What axe finds wrong in what is on the screen: each rule with the elements that break it. */
export async function axeFaults({ page }: Desk): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.filter(({ html }) => !html.includes(BY_DESIGN[id] ?? '\0')).map(({ html }) => `${id}: ${html}`),
  )
}
