import type { Waiting } from '#shared/ipc/versions.ts'

/** Why it was not carried over by itself. */
export const REASONS: { readonly [R in Waiting['reason']]: string } = {
  changed: 'Its words, or those next to it, have changed.',
  repeated: 'Its words stand in the text more than once.',
  'out of order': 'Its parts have changed places.',
  'not compared': 'The texts differ too much to be compared.',
  gone: 'What stood around it is gone as well.',
  later: 'It was made after the others were carried over.',
}
