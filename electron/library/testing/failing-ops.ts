import { type FileOps, type OpenFile, realFileOps } from '#electron/library/file-ops.ts'

/** A system error as Node makes them. */
export const systemError = (code: string): Error => Object.assign(new Error(code), { code })

/** The real file system, except that each call first asks `fail`, which throws to make it fail. */
export function failingOps(
  fail: (call: 'open' | keyof OpenFile | 'rename' | 'unlink', path: string) => void,
): FileOps {
  return {
    open: async (path, flags) => {
      fail('open', path)
      const file = await realFileOps.open(path, flags)
      return {
        write: async (buffer, offset, length) => {
          fail('write', path)
          return file.write(buffer, offset, length)
        },
        sync: async () => {
          fail('sync', path)
          return file.sync()
        },
        stat: () => file.stat(),
        close: () => file.close(),
      }
    },
    rename: (from, to) => {
      fail('rename', to)
      realFileOps.rename(from, to)
    },
    unlink: (path) => realFileOps.unlink(path),
  }
}
