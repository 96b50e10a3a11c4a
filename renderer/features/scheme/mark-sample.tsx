import type { Label } from '#shared/domain/scheme.ts'
import { LabelChip } from '../../ui/label-chip.tsx'
import css from './mark-sample.module.css'

type MarkSampleProps = { readonly label: Label; readonly theme: 'light' | 'dark' }

/** How the label's marks look, whichever theme the desk has. */
export const MarkSample = ({ label, theme }: MarkSampleProps) => (
  <p className={`${css.sample} ${css[theme]}`}>
    They <LabelChip labelId={label.id} shape={label.shape} title="said so" /> at noon.
  </p>
)
