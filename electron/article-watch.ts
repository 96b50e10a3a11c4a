import { type FSWatcher, watch } from 'node:fs'
import path from 'node:path'

const SETTLE_MS = 300

/** Articles that another program adds (the command line, a sync tool) show up by themselves. */
export function watchArticles(root: string, onChange: () => void): FSWatcher | null {
  let timer: NodeJS.Timeout | undefined
  try {
    const watcher = watch(path.join(root, 'articles'), () => {
      clearTimeout(timer)
      timer = setTimeout(onChange, SETTLE_MS)
    })
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return null // no such folder yet, or a file system that tells nothing: the list is read again after each import
  }
}
