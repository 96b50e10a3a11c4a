declare const __VERSION__: string

/** What made a file, as the file says it; the version is put in by the bundler. */
export const TOOL = { name: 'Glosswright', version: __VERSION__ } as const
