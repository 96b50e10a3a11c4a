import { join } from 'node:path'
import { openRegularFile } from '#electron/library/regular-file.ts'
import { MANIFEST_FILE, saidFormat } from '#shared/format/export-manifest.ts'
import { adapterOf } from '#shared/format/interchange/adapters.ts'
import type { Format } from '#shared/format/interchange/format.ts'
import { groupsIn, SIDECAR, type SourceFiles } from './source-files.ts'

/**
 * Which formats files of annotations may be in, told from their names and from how they begin. It is a guess for whoever
 * chooses: nothing is read by it that its reader would refuse.
 */
const BEGINNING = 65_536

/** How files of a format begin. Those of others begin otherwise. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  // Its keys are sorted, and what names it comes behind all articles.
  glosswright: /^\s*\{\s*"(?:actors|articles)"\s*:|"glosswright\/dataset"/,
  'glosswright-jsonl': /"glosswright\/dataset-lines"/,
  prodigy: /"(?:_input_hash|_task_hash|_view_id|token_start)"\s*:|"spans"\s*:\s*\[/,
  spacy: /"ents"\s*:\s*\[/,
  doccano: /"(?:label|labels|entities)"\s*:\s*\[/,
  'label-studio': /^\s*\[[\s\S]*"(?:annotations|completions|data)"\s*:/,
  brat: /^[TREAMN#*]\d*\t/m,
  conll: /^(?:-DOCSTART-|# )|[ \t](?:O|[BILUES]-\S+)\r?$/m,
  'webanno-tsv': /^#FORMAT=WebAnno TSV/,
  'uima-cas-json': /"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"/,
  'uima-xmi': /<xmi:XMI/,
  w3c: /www\.w3\.org\/ns\/anno/,
}

/** What lies in folders of a format and in those of no other. */
const LAYOUTS: Readonly<Record<string, RegExp>> = {
  huggingface: /(?:^|\/)data\/[^/]+\.(?:parquet|jsonl)$|\.parquet$/,
}

/** Whether any file is part of that format. */
function isThere(source: SourceFiles, id: string): boolean {
  const adapter = adapterOf(id)
  return adapter !== undefined && groupsIn(source, adapter).length > 0
}

/** What a manifest of ours beside the files says that they are. */
async function manifestFormat({ folder, files, isFolder, name }: SourceFiles): Promise<string | null> {
  const manifest = isFolder ? MANIFEST_FILE : `${name}.export.json`
  if (isFolder && !files.some(({ path }) => path === manifest)) return null
  return saidFormat(await beginningOf(join(folder, manifest)))
}

/** Readable formats that find something in the files, the likeliest first; what a manifest of ours says is believed first. */
export async function guessedFormats(
  source: SourceFiles,
  formats: readonly Format[],
): Promise<readonly string[]> {
  const readable = formats.filter(({ id, reads }) => reads && isThere(source, id))
  const said = await manifestFormat(source)
  const scores = new Map<string, number>()
  for (const format of readable) scores.set(format.id, await scoreOf(source, format))
  const scoreFor = ({ id }: Format): number => (id === said ? Infinity : (scores.get(id) ?? 0))
  // Sorting keeps the order of the registry where two are as likely.
  return [...readable]
    .sort((a, b) => (scoreFor(a) === scoreFor(b) ? 0 : scoreFor(b) - scoreFor(a)))
    .map(({ id }) => id)
}

async function scoreOf(source: SourceFiles, { id, ending, shape }: Format): Promise<number> {
  const file = source.files.find(
    ({ path }) => !SIDECAR.test(path) && path.toLowerCase().endsWith(`.${ending.toLowerCase()}`),
  )
  const named = file ? 2 : 0
  const looked = file ?? (source.isFolder ? undefined : source.files[0])
  const shaped = named > 0 && (shape === 'folder') === source.isFolder ? 1 : 0
  const isSigned = looked && (await hasSign(join(source.folder, looked.path), SIGNS[id]))
  const layout = source.isFolder ? LAYOUTS[id] : undefined
  const isLaidOut = layout !== undefined && source.files.some(({ path }) => layout.test(path))
  return named + shaped + (isSigned ? 4 : 0) + (isLaidOut ? 8 : 0)
}

const hasSign = async (path: string, sign: RegExp | undefined): Promise<boolean> =>
  sign?.test(await beginningOf(path)) ?? false

/** Empty for what cannot be read. */
async function beginningOf(path: string): Promise<string> {
  const handle = await openRegularFile(path).catch(() => null)
  if (!handle) return ''
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } catch {
    return ''
  } finally {
    await handle.close()
  }
}
