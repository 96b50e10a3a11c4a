import path from 'node:path'

const modules = path.join(import.meta.dirname, '..', 'node_modules')

/** The command that runs a tool's own entry file, without the half second that npx takes to find it. */
export const nodeTool = (entry, ...args) => [process.execPath, path.join(modules, entry), ...args]

/** The commands that make dist/, in order. */
export const BUILD = [
  nodeTool('rolldown/bin/cli.mjs', '-c', 'rolldown.config.mjs', '--log-level', 'warn'),
  nodeTool('vite/bin/vite.js', 'build', '--log-level', 'warn'),
]
