/** The option of formats whose marks are made of whole tokens. */
export const TOKENS_OPTION = {
  id: 'tokens',
  title: 'Tokens',
  values: [
    { id: 'words', title: 'Words; marks that cut one are left out' },
    { id: 'split', title: 'Words, cut where a mark begins or ends' },
  ],
} as const
