import type { Adapter } from './adapter.ts'
import { glosswrightJsonl } from './adapters/glosswright-jsonl.ts'
import { refiQda } from './adapters/refi-qda.ts'
import { uimaCasJson } from './adapters/uima-cas-json.ts'
import { uimaXmi } from './adapters/uima-xmi.ts'
import { w3c } from './adapters/w3c.ts'
import type { Format } from './format.ts'

/** All formats that annotations are exchanged in, in the order in which they are offered. */
export const ADAPTERS: readonly Adapter[] = [glosswrightJsonl, uimaCasJson, uimaXmi, w3c, refiQda]

export const FORMATS: readonly Format[] = ADAPTERS.map(({ format }) => format)

export const adapterOf = (id: string): Adapter | undefined => ADAPTERS.find(({ format }) => format.id === id)
