import type { Migration } from '#shared/domain/scheme-migration.ts'
import type { SchemeOffer } from '#shared/ipc/contract.ts'
import type { ImportQuestion, ImportReport, TableAnswer } from '#shared/ipc/importing.ts'

/** What shall become of a part of the scheme, and of what annotations say with it; to be settled with a person. */
export type MigrationStart = {
  readonly kind: Migration['kind']
  /** Whose value it is; null for what is none. */
  readonly attribute: string | null
  readonly from: string
  readonly wish: 'rename' | 'merge' | 'remove'
}

/** What lies over the desk until it is closed. */
export type Sheet =
  | { readonly kind: 'keys' }
  | { readonly kind: 'commands' }
  | { readonly kind: 'go-to-article' }
  | { readonly kind: 'earlier-article'; readonly laterId: string }
  | { readonly kind: 'about' }
  | { readonly kind: 'guidelines' }
  | { readonly kind: 'name' }
  | { readonly kind: 'occurrences' }
  | { readonly kind: 'boilerplate' }
  | { readonly kind: 'import'; readonly report: ImportReport }
  | {
      readonly kind: 'tables'
      readonly question: ImportQuestion
      /** Of the first of its tables. */
      readonly answers: readonly TableAnswer[]
    }
  | { readonly kind: 'encodings'; readonly articleId: string; readonly title: string }
  | { readonly kind: 'migration'; readonly start: MigrationStart }
  | { readonly kind: 'scheme-import'; readonly offer: SchemeOffer }
