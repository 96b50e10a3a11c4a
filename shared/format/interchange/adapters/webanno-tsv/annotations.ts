import { type CodePointMap, codePointMap } from '#shared/domain/code-points.ts'
import { spanFault } from '#shared/format/annotation-object.ts'
import type { ReadAnnotation } from '../../adapter.ts'
import { readRecord } from '../../read-values.ts'
import type { Draft, Drafts, Relation } from './drafts.ts'
import { attributeOf, FEATURES, MARK_LAYER, type More, moreSchema } from './layers.ts'
import { TsvFault } from './tsv-fault.ts'

type Fillers = NonNullable<ReadAnnotation['roles']>[string]
type Links = NonNullable<ReadAnnotation['links']>

/** What the marks of a file say. @throws {TsvFault} */
export function annotationsOf(drafts: Drafts, text: string): readonly ReadAnnotation[] {
  const map = codePointMap(text)
  const ids = idsOf(drafts.marks)
  const links = linksOf(drafts, ids)
  return drafts.marks.map((draft) => {
    const fault = spanFault(draft, text)
    if (fault) throw new TsvFault(draft.line, `A mark from ${draft.start} to ${draft.end} ${fault}.`)
    const known = links.get(draft)
    return {
      id: ids.get(draft) as string,
      ...placeOf(draft, map),
      ...saidOf(draft, { drafts, ids }),
      ...(known ? { links: known } : {}),
    }
  })
}

const placeOf = ({ start, end }: Draft, map: CodePointMap) => ({
  start: map.toCodePoint(start),
  end: map.toCodePoint(end),
})

type Ids = ReadonlyMap<Draft, string>
type Named = { readonly drafts: Drafts; readonly ids: Ids }

function idsOf(marks: readonly Draft[]): Ids {
  const ids = new Map<Draft, string>()
  const taken = new Set<string>()
  for (const [i, mark] of marks.entries()) {
    const own = mark.layer.type === MARK_LAYER ? mark.features.get('identifier') : undefined
    const id = own ?? `mark-${i + 1}`
    if (taken.has(id)) throw new TsvFault(mark.line, `The id “${id}” is there twice.`)
    taken.add(id)
    ids.set(mark, id)
  }
  return ids
}

function linksOf(drafts: Drafts, ids: Ids): ReadonlyMap<Draft, Links> {
  const byMark = new Map<Draft, Links>()
  const position = ({ features }: Relation): number => Number(features.get('position') ?? 0)
  for (const relation of [...drafts.relations].sort((a, b) => position(a) - position(b))) {
    const { layer, line } = relation
    const from = drafts.at(relation.from, layer.base, line)
    const to = ids.get(drafts.at(relation.to, layer.base, line)) as string
    byMark.set(from, [...(byMark.get(from) ?? []), { kind: kindOf(relation), to }])
  }
  return byMark
}

const kindOf = ({ features, layer }: Relation): string =>
  features.get('kind') ?? features.get('label') ?? [...features.values()][0] ?? shortType(layer.type)

const shortType = (type: string): string => type.slice(type.lastIndexOf('.') + 1)

type Said = Omit<ReadAnnotation, 'start' | 'end' | 'links'>

const saidOf = (draft: Draft, named: Named): Said =>
  draft.layer.type === MARK_LAYER ? ownMark(draft, named) : otherMark(draft, named)

/** Of a layer that we do not know: its label or value is the label, its other features are attributes. */
function otherMark(draft: Draft, named: Named): Said {
  const { features, layer } = draft
  const key = ['label', 'value'].find((one) => features.has(one)) ?? [...features.keys()][0] ?? ''
  const attributes = [...features].filter(([feature]) => feature !== key)
  return {
    label: features.get(key) || shortType(layer.type),
    attributes: Object.fromEntries(attributes),
    roles: Object.fromEntries(rolesOf(draft, named)),
  }
}

function ownMark(draft: Draft, named: Named): Said {
  const { features, line } = draft
  const label = features.get('label')
  if (!label) throw new TsvFault(line, 'A mark has no label.')
  const certainty = features.get('certainty') ?? 'sure'
  if (certainty !== 'sure' && certainty !== 'unsure')
    throw new TsvFault(line, `“${certainty}” is no certainty: it is “sure” or “unsure”.`)
  const more = moreOf(draft)
  const [actor, note] = [features.get('actor'), more.note ?? features.get('note')]
  return {
    label,
    certainty,
    attributes: attributesOf(draft, more),
    roles: Object.fromEntries(filled(rolesOf(draft, named), more)),
    ...(actor === undefined ? {} : { actor }),
    ...(note === undefined ? {} : { note }),
  }
}

function moreOf({ features, line }: Draft): More {
  const read = readRecord(moreSchema, features.get('more') ?? '{}')
  if (!read.ok) throw new TsvFault(line, read.reason)
  return read.value
}

function attributesOf({ features }: Draft, more: More): Readonly<Record<string, string>> {
  const own: readonly string[] = FEATURES
  const told = [...features].filter(([feature]) => !own.includes(feature))
  return Object.fromEntries([
    ...told.map(([feature, value]) => [attributeOf(feature), value] as const),
    ...Object.entries(more.attributes ?? {}),
  ])
}

function rolesOf({ slots, layer, line }: Draft, { drafts, ids }: Named): ReadonlyMap<string, Fillers> {
  const roles = new Map<string, Fillers>()
  for (const { role, to } of slots) {
    const mention = ids.get(drafts.at(to, layer.type, line)) as string
    roles.set(role, [...(roles.get(role) ?? []), { mention }])
  }
  return roles
}

/** Fillers that are no marks stand among the others where they stood. */
function filled(roles: ReadonlyMap<string, Fillers>, { fillers = [] }: More): ReadonlyMap<string, Fillers> {
  const all = new Map(roles)
  for (const { role, at, filler } of fillers) {
    const known = all.get(role) ?? []
    all.set(role, [...known.slice(0, at), filler, ...known.slice(at)])
  }
  return all
}
