import path from 'node:path'

/** What review files are made of, beside the bundle of the app or of the command line. */
export const reviewPageFolder = path.join(import.meta.dirname, '..', 'review-page')
