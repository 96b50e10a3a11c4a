import type { Adapter } from './adapter.ts'
import { glosswright } from './adapters/glosswright.ts'
import { glosswrightJsonl } from './adapters/glosswright-jsonl.ts'
import type { Format } from './format.ts'

/** All formats that annotations are exchanged in, in the order in which they are offered. */
export const ADAPTERS: readonly Adapter[] = [glosswright, glosswrightJsonl]

export const FORMATS: readonly Format[] = ADAPTERS.map(({ format }) => format)

export const adapterOf = (id: string): Adapter | undefined => ADAPTERS.find(({ format }) => format.id === id)
