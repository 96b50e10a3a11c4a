import { Exporting, type ExportParts } from './exporting.ts'
import type { Handlers } from './wire.ts'

type ExportChannel = Extract<keyof Handlers, `export:${string}` | `preset:${string}`>

/** What is asked about exports. */
export function exportHandlers(parts: ExportParts): Pick<Handlers, ExportChannel> {
  const exporting = new Exporting(parts)
  return {
    'export:choices': () => exporting.choices(),
    'export:preview': (settings) => exporting.preview(settings),
    'export:run': (settings) => exporting.run(settings),
    'export:cancel': () => {
      exporting.cancel()
      return null
    },
    'preset:save': (preset) => exporting.save(preset),
    'preset:remove': (id) => exporting.remove(id),
  }
}
