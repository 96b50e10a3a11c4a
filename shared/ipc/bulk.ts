/** What became of an edit to many articles. */
export type BulkReport = {
  readonly articles: number
  readonly annotations: number
  /** Articles that have changed meanwhile, or cannot be read, and were left as they are. */
  readonly left: readonly string[]
}
export type BulkProgress = { readonly name: string; readonly done: number; readonly total: number }
