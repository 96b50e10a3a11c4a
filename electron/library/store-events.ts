import type { StoreEvents } from './workspace-store.ts'

const ignore = (): void => undefined

/** For stores whom nobody watches at work. */
export const silentEvents: StoreEvents = {
  onMerged: ignore,
  onRegistryMerged: ignore,
  onSchemeMerged: ignore,
  onCleaningMerged: ignore,
  onTeamMerged: ignore,
  onProblem: ignore,
  onSaved: ignore,
}

/** Of another annotator's store: what is merged into that one's files is on no desk. */
export const eventsOfOthers = ({
  onProblem,
  onSaved,
  onSchemeMerged,
  onTeamMerged,
}: StoreEvents): StoreEvents => ({
  ...silentEvents,
  onProblem,
  onSaved,
  onSchemeMerged,
  onTeamMerged,
})
