import type { Adapter } from './adapter.ts'
import { brat } from './adapters/brat.ts'
import { conll } from './adapters/conll.ts'
import { csv } from './adapters/csv.ts'
import { doccano } from './adapters/doccano.ts'
import { glosswright } from './adapters/glosswright.ts'
import { glosswrightJsonl } from './adapters/glosswright-jsonl.ts'
import { html } from './adapters/html.ts'
import { huggingface } from './adapters/huggingface.ts'
import { labelStudio } from './adapters/label-studio.ts'
import { prodigy } from './adapters/prodigy.ts'
import { refiQda } from './adapters/refi-qda.ts'
import { spacy } from './adapters/spacy.ts'
import { uimaCasJson } from './adapters/uima-cas-json.ts'
import { uimaXmi } from './adapters/uima-xmi.ts'
import { w3c } from './adapters/w3c.ts'
import { webannoTsv } from './adapters/webanno-tsv.ts'
import { xlsx } from './adapters/xlsx.ts'
import type { Format } from './format.ts'

/** All formats that annotations are exchanged in, in the order in which they are offered. */
export const ADAPTERS: readonly Adapter[] = [
  glosswright,
  glosswrightJsonl,
  spacy,
  prodigy,
  doccano,
  labelStudio,
  brat,
  conll,
  webannoTsv,
  uimaCasJson,
  uimaXmi,
  w3c,
  refiQda,
  csv,
  xlsx,
  huggingface,
  html,
]

export const FORMATS: readonly Format[] = ADAPTERS.map(({ format }) => format)

export const adapterOf = (id: string): Adapter | undefined => ADAPTERS.find(({ format }) => format.id === id)
