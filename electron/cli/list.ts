import { listArticles } from '#electron/library/catalogue.ts'
import type { Command } from './command.ts'
import { inWorkspace } from './in-workspace.ts'

export const list: Command = {
  name: 'list',
  usage: '<workspace> [--json]',
  summary: 'Lists the articles with their status and what is marked in them.',
  options: {},
  arguments: [1, 1],
  run: inWorkspace(async (workspace) => {
    const articles = await listArticles(workspace, null)
    const lines = articles.map(({ id, title, status, counts, later }) => {
      const marked = Object.entries(counts).map(([label, count]) => `${count} ${label}`)
      const newer = later === null ? [] : [`→ newer: ${later}`]
      return [id, status, title, ...marked, ...newer].join('  ')
    })
    // Said of articles alone that have one.
    const said = articles.map(({ later, ...rest }) => (later === null ? rest : { ...rest, later }))
    return { json: { articles: said }, lines }
  }),
}
