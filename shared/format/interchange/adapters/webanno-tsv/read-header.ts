import { UnreadableFile } from '../../adapter.ts'

/** A column of a file, behind the three that all files have. */
export type Column = {
  readonly kind: 'feature' | 'slot roles' | 'slot targets' | 'relation source'
  /** Empty for the column of a layer without features. */
  readonly feature: string
}

export type Layer = {
  readonly kind: 'span' | 'relation' | 'chain'
  readonly type: string
  /** Where its columns begin. */
  readonly from: number
  readonly columns: readonly Column[]
  /** Of a relation: what it stands between; empty where the file does not say. */
  readonly base: string
}

const KINDS: Readonly<Record<string, Layer['kind']>> = { SP: 'span', RL: 'relation', CH: 'chain' }
const LAYER = /^#T_(?<kind>SP|RL|CH)=(?<declared>.+)$/u

/** @throws {UnreadableFile} for a version that has another form. */
export function readVersion(line: string, file: string): { readonly isJava: boolean } {
  const version = /^#FORMAT=WebAnno TSV (3(?:\.\d+)?) *$/.exec(line)?.[1]
  if (version === undefined) throw new UnreadableFile(`“${file}” does not begin as WebAnno TSV 3 does.`, 1)
  return { isJava: Number(version) < 3.2 }
}

/** Null for a line that declares no layer. */
export function readLayer(line: string, from: number): Layer | null {
  const { kind, declared } = LAYER.exec(line)?.groups ?? {}
  if (!kind || !declared) return null
  const [type = '', ...names] = declared.split('|')
  const filled = names.filter((name) => name !== '')
  const columns = filled.length > 0 ? filled.map((name, i) => columnOf(name, filled[i - 1])) : [PLACEHOLDER]
  const base = filled.find((name) => name.startsWith('BT_'))?.slice('BT_'.length) ?? ''
  return { kind: KINDS[kind] as Layer['kind'], type, from, columns, base }
}

const PLACEHOLDER: Column = { kind: 'feature', feature: '' }

function columnOf(name: string, before: string | undefined): Column {
  if (name.startsWith('BT_')) return { kind: 'relation source', feature: '' }
  if (name.startsWith('ROLE_')) return { kind: 'slot roles', feature: /:([^_:]+)_/.exec(name)?.[1] ?? name }
  if (before?.startsWith('ROLE_')) return { kind: 'slot targets', feature: '' }
  return { kind: 'feature', feature: name }
}

/** Tokens, lemmas, parts of speech and trees: INCEpTION writes them beside what people marked. */
export const isLinguistic = (type: string): boolean =>
  /^de\.tudarmstadt\.ukp\.dkpro\.core\.api\.(?:segmentation|lexmorph|syntax|transform|featurepath)\./.test(
    type,
  )
