/** What has changed on the desk, for those who show it. */
export type DeskChange =
  | { readonly kind: 'article' | 'filter' | 'reviewer' | 'kept' }
  | { readonly kind: 'mark' }
  /** What is said of these marks; null: of all that there is. */
  | { readonly kind: 'said'; readonly marks: readonly (string | null)[] }
