import type { Adapter } from './adapter.ts'
import type { OptionValues } from './format.ts'
import type { LossTally } from './losses.ts'
import type { LossSettings } from './overlaps.ts'

/** By what format articles are carried and how, and who is told of what is lost. */
export type Carrying = {
  readonly adapter: Pick<Adapter, 'format' | 'fit'>
  readonly options: OptionValues
  readonly loss: LossSettings
  readonly tally: LossTally
}
