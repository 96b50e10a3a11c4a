import { errorCode } from './file-ops.ts'

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
