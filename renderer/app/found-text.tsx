import { Highlighted } from '../ui/highlighted.tsx'

export type FoundTextProps = {
  readonly text: string
  /** Where `text` begins in what was searched. */
  readonly from: number
  readonly indexes: readonly number[]
}

/** A part of what was searched, with its matched letters set off. */
export const FoundText = ({ text, from, indexes }: FoundTextProps) => (
  <Highlighted
    text={text}
    indexes={indexes.map((index) => index - from).filter((index) => index >= 0 && index < text.length)}
  />
)
