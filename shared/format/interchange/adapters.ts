import type { Adapter } from './adapter.ts'
import { brat } from './adapters/brat.ts'
import { conll } from './adapters/conll.ts'
import { glosswright } from './adapters/glosswright.ts'
import { glosswrightJsonl } from './adapters/glosswright-jsonl.ts'
import { webannoTsv } from './adapters/webanno-tsv.ts'
import type { Format } from './format.ts'

/** All formats that annotations are exchanged in, in the order in which they are offered. */
export const ADAPTERS: readonly Adapter[] = [glosswright, glosswrightJsonl, brat, conll, webannoTsv]

export const FORMATS: readonly Format[] = ADAPTERS.map(({ format }) => format)

export const adapterOf = (id: string): Adapter | undefined => ADAPTERS.find(({ format }) => format.id === id)
