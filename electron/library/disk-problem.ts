import { errorCode } from './file-ops.ts'

const NO_FILE = 'a pipe, a device or the like is where a file should be; please move that away.'

const BY_CODE: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; please make some room.',
  EDQUOT: 'your share of the disk is used up; please make some room.',
  EACCES: 'access is denied; please check the permissions of the folder and the file.',
  EPERM: 'access is denied; please check the permissions of the folder and the file.',
  EROFS: 'the disk is read-only; please make it writable.',
  EIO: 'the disk reports an error; please check it, or move the workspace to another disk.',
  ENOENT: 'the folder is not there any more; please put it back, or connect its drive again.',
  ENOTDIR: 'a file is where a folder should be; please move that file away.',
  EISDIR: 'a folder is where a file should be; please move that folder away.',
  EFTYPE: NO_FILE,
  ENXIO: NO_FILE,
  EOPNOTSUPP: NO_FILE,
  EOUTSIDE:
    'it lies behind a link that leads out of the workspace, or nowhere; please put the file itself there.',
  ELOOP: 'it is a link that leads in a circle; please remove it.',
  EMFILE: 'too many files are open; please close some programs.',
  ENFILE: 'too many files are open; please close some programs.',
  ENAMETOOLONG: 'its path is too long; please move the workspace to a shorter one.',
  EBUSY: 'another program is using the file; please close it there.',
}

/** Why something on the disk failed and what to do, as the rest of a sentence that has named the file. */
export function problemOf(error: unknown): string {
  const code = errorCode(error)
  return BY_CODE[code] ?? `an unexpected error came up (${code || String(error)}).`
}

/**
 * The whole sentence for what could not be read under `place`: of the very file or folder, where the error names it.
 * Throws the error on where it is none of the disk's.
 */
export function unreadableSentence(error: unknown, place: string): string {
  if (!errorCode(error)) throw error
  const { path } = error as { readonly path?: unknown }
  return `“${typeof path === 'string' ? path : place}” could not be read: ${problemOf(error)}`
}
