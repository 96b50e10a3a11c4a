/** Why nothing is done that goes by what is on the disk, or leaves it. */
export const UNSAVED =
  'Some changes are not on the disk yet. Please wait until the status says that all are saved, and try again.'
