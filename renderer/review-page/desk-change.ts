/** What has changed on the desk, for those who show it. */
export type DeskChange =
  | { readonly kind: 'article' | 'filter' | 'reviewer' | 'kept' }
  | { readonly kind: 'mark' }
  /** What is said: keys of marks, and of the whole of what an annotator made of the article. */
  | { readonly kind: 'said'; readonly about: ReadonlySet<string> }
