import type { LabelShape } from '#shared/domain/scheme.ts'
import css from './label-chip.module.css'

export type LabelChipProps = { readonly labelId: string; readonly shape: LabelShape; readonly title: string }

/** A label's name drawn as its marks are drawn in the text. */
export const LabelChip = ({ labelId, shape, title }: LabelChipProps) => (
  <span className={`${css.chip} ${css[shape]} label-${labelId}`}>{title}</span>
)
