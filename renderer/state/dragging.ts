const MENTION = 'application/x-glosswright-mention'

/** Says what is dragged: a mention of the open article, by its id. */
export function dragMention(transfer: DataTransfer, id: string): void {
  transfer.setData(MENTION, id)
  transfer.effectAllowed = 'link'
}

export const carriesMention = (transfer: DataTransfer): boolean => transfer.types.includes(MENTION)

/** The id of the mention that was dropped; null where it was something else. */
export const droppedMention = (transfer: DataTransfer): string | null => transfer.getData(MENTION) || null
