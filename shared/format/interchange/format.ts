/** What a format can hold. What it cannot is lost in it, and counted before anything is written. */
export type Carries = {
  /** Marks that share characters, of one annotator; else each character belongs to one mark at most. */
  readonly overlaps: boolean
  /** Marks in several pieces. */
  readonly fragments: boolean
  /** Marks that begin or end in the midst of a token. */
  readonly freeEdges: boolean
  /** `mentions`: fillers that are annotations, but neither actors of the registry nor constants. */
  readonly roles: 'all' | 'mentions' | 'none'
  readonly links: boolean
  readonly attributes: boolean
  /** Whom of the registry a mention means. */
  readonly actors: boolean
  readonly notes: boolean
  readonly certainty: boolean
  /** Who made a mark. */
  readonly annotators: boolean
  readonly ids: boolean
  /** How a mark came to be (`origin`), and when it was made and changed. */
  readonly history: boolean
  /** The article's text, character by character. */
  readonly text: boolean
  /** All metadata; the title alone is not told apart. */
  readonly metadata: boolean
  readonly status: boolean
  readonly boilerplate: boolean
  /** The actor registry. */
  readonly registry: boolean
  readonly scheme: boolean
}

/** What offsets count in a format's files. */
export type OffsetUnit = 'codepoint' | 'utf16' | 'byte' | 'token'

/** A choice that a format leaves to whoever exports; the first value is what holds where nothing is said. */
export type FormatOption = {
  readonly id: string
  readonly title: string
  /** Empty: any text, of which the default is empty. */
  readonly values: readonly { readonly id: string; readonly title: string }[]
}

export type Format = {
  /** Stable: the command line and presets name it. */
  readonly id: string
  readonly title: string
  /** What it is for, in half a sentence. */
  readonly summary: string
  /** One file, or a folder of files. */
  readonly shape: 'file' | 'folder'
  /** Of its file, or of those files of its folder by which it is known; without the dot. */
  readonly ending: string
  readonly offsets: OffsetUnit
  readonly reads: boolean
  readonly carries: Carries
  readonly options: readonly FormatOption[]
  /** Where the format is defined. */
  readonly source: string
}

/** All that an annotation says, on any text: for formats to begin from, with what they cannot. */
export const EVERYTHING: Carries = {
  overlaps: true,
  fragments: true,
  freeEdges: true,
  roles: 'all',
  links: true,
  attributes: true,
  actors: true,
  notes: true,
  certainty: true,
  annotators: true,
  ids: true,
  history: true,
  text: true,
  metadata: true,
  status: true,
  boilerplate: true,
  registry: true,
  scheme: true,
}

export type OptionValues = Readonly<Record<string, string>>

/** What holds for an option: what was chosen, else its first value. */
export function optionValue(format: Format, values: OptionValues, id: string): string {
  const option = format.options.find((one) => one.id === id)
  if (!option) throw new Error(`“${format.id}” has no option “${id}”`)
  return values[id] ?? option.values[0]?.id ?? ''
}

/** What is wrong with options for a format, as a sentence; null when nothing is. */
export function optionFault(format: Format, values: OptionValues): string | null {
  for (const [id, value] of Object.entries(values)) {
    const option = format.options.find((one) => one.id === id)
    if (!option) return `The format “${format.id}” has no option “${id}”.`
    const isKnown = option.values.length === 0 || option.values.some((one) => one.id === value)
    const known = option.values.map((one) => one.id).join(', ')
    if (!isKnown) return `The option “${id}” of “${format.id}” is one of: ${known}.`
  }
  return null
}
