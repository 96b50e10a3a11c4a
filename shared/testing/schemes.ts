import * as fc from 'fast-check'
import { ACA_1 } from '../domain/aca-1.ts'
import type { Annotation } from '../domain/annotation.ts'
import { AnnotationSet } from '../domain/annotation-set.ts'
import type { Scheme } from '../domain/scheme.ts'
import type { Migration } from '../domain/scheme-migration.ts'
import { mark } from './samples.ts'

const some = <T>(items: readonly T[]) => fc.constantFrom(...items)
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)

/** Annotations of ACA-1 in one article that say with it whatever can be said, on each other too. */
export const schemedAnnotations: fc.Arbitrary<AnnotationSet> = fc
  .uniqueArray(fc.stringMatching(/^[a-z]$/), { minLength: 1, maxLength: 6 })
  .chain((names) => fc.tuple(...names.map((name, i) => saying(name, i, names))))
  .map((annotations) => AnnotationSet.from(annotations))

function saying(id: string, place: number, names: readonly string[]): fc.Arbitrary<Annotation> {
  const filler = fc.oneof(
    some(names).map((mention) => ({ mention })),
    fc.constantFrom('ann', 'ben').map((actor) => ({ actor })),
    fc.constant({ constant: 'author' as const }),
  )
  const attributes = ACA_1.attributes.map(({ id: of, values }) => [of, some(values)] as const)
  const roles = ids(ACA_1.roles).map(
    (of) => [of, fc.uniqueArray(filler, { maxLength: 2, selector: JSON.stringify })] as const,
  )
  const said = {
    label: some(ids(ACA_1.labels)),
    attributes: fc.record(Object.fromEntries(attributes), { requiredKeys: [] }),
    roles: fc.record(Object.fromEntries(roles), { requiredKeys: [] }),
    links: fc.uniqueArray(fc.record({ kind: some(ids(ACA_1.links)), to: some(names) }), {
      minLength: 1,
      maxLength: 2,
      selector: JSON.stringify,
    }),
    actor: fc.constantFrom('ann', 'ben'),
  }
  return fc
    .record(said, { requiredKeys: ['label', 'attributes', 'roles'] })
    .map((rest) => ({ ...mark(id, place * 3, place * 3 + 2), ...rest }) as Annotation)
}

const target = (known: readonly string[]) =>
  fc.oneof(some(known), fc.constant('brand-new'), fc.constant(null))

const LISTS = { label: 'labels', role: 'roles', attribute: 'attributes', link: 'links' } as const
const idsOf = (scheme: Scheme, kind: keyof typeof LISTS): readonly string[] => ids(scheme[LISTS[kind]])

/** Migrations of ACA-1 that can be: to another id, into another of the same kind, and away. */
export const migrations: fc.Arbitrary<Migration> = fc.oneof(
  ...(['label', 'role', 'attribute', 'link'] as const).map((kind) =>
    fc
      .record({ kind: fc.constant(kind), from: some(idsOf(ACA_1, kind)), to: target(idsOf(ACA_1, kind)) })
      .filter(({ from, to }) => from !== to),
  ),
  some(ACA_1.attributes).chain(({ id, values }) =>
    fc
      .record({
        kind: fc.constant('value' as const),
        attribute: fc.constant(id),
        from: some(values),
        to: target(values),
      })
      // What holds where nothing is said is not taken away.
      .filter(({ from, to }) => from !== to && !(to === null && from === values[0])),
  ),
)
