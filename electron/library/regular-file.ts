import { constants, fstatSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/**
 * Opens a file for reading, unless it is none: whoever reads a pipe waits for somebody to write to it, perhaps for
 * ever. Throws system errors: EFTYPE for a pipe or a device, EISDIR for a folder.
 */
export async function openRegularFile(path: string): Promise<FileHandle> {
  // Without O_NONBLOCK to open a pipe would be to wait already. Windows has no such flag, and no pipes in folders.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    // At once: of an open file the system knows it, and thousands are read in a row.
    const found = fstatSync(handle.fd)
    if (!found.isFile()) throw notRegular(path, found.isDirectory() ? 'EISDIR' : 'EFTYPE')
    return handle
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** All bytes of a file. Throws as `openRegularFile` does. */
export async function readRegularFile(path: string): Promise<Buffer> {
  const handle = await openRegularFile(path)
  try {
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

const notRegular = (path: string, code: string): Error =>
  Object.assign(new Error(`${code}: not a regular file, open '${path}'`), { code, path })
