import * as z from 'zod'
import { ACA_1 } from '../domain/aca-1.ts'
import type { Scheme } from '../domain/scheme.ts'

/** A scheme as every file of ours has it: the manifest, a scheme's own file and the dataset. */

const named = { id: z.string().min(1), title: z.string() }
const on = z.array(z.string())
const key = z.string().max(1)

const label = z.object({
  ...named,
  key,
  shape: z.enum(['tint', 'underline', 'wave']),
  hue: z.number(),
  description: z.string(),
  guideline: z.string(),
  isMention: z.boolean(),
  lead: z.string(),
})

const role = z.object({
  ...named,
  on,
  isEssential: z.boolean(),
  lead: z.string(),
  side: z.enum(['before', 'after']),
})

const attribute = z.object({ ...named, on, key, values: z.array(z.string()).min(1) })

const link = z.object({
  ...named,
  on,
  key,
  expectedWith: z.object({ attribute: z.string(), value: z.string() }).nullable(),
})

export const schemeSchema: z.ZodType<Scheme> = z.object({
  ...named,
  labels: z.array(label).refine(haveOwnIds, 'two labels have the same id'),
  roles: z.array(role).refine(haveOwnIds, 'two roles have the same id'),
  attributes: z.array(attribute).refine(haveOwnIds, 'two attributes have the same id'),
  links: z.array(link).refine(haveOwnIds, 'two kinds of link have the same id'),
  actorTypes: z.array(z.string()),
  guidelines: z.string(),
})

function haveOwnIds(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map(({ id }) => id)).size === items.length
}

type Old = { readonly id?: unknown } & Readonly<Record<string, unknown>>

/**
 * A scheme of version 1, which knew of no mentions, sentences and registry: what ACA-1 says of a label or role with the
 * same id holds for it too, and a label that has no roles names somebody only if it is ACA-1's.
 */
export function schemeFromVersion1(old: unknown): unknown {
  const scheme = Object(old) as Old
  return {
    actorTypes: ACA_1.actorTypes,
    ...scheme,
    labels: completed(scheme.labels, ACA_1.labels, { guideline: '', isMention: false, lead: '' }),
    roles: completed(scheme.roles, ACA_1.roles, { isEssential: false, lead: '', side: 'after' }),
    attributes: completed(scheme.attributes, ACA_1.attributes, { key: '' }),
    links: completed(scheme.links, ACA_1.links, { key: '', expectedWith: null }),
  }
}

function completed(items: unknown, known: readonly { readonly id: string }[], plain: object): unknown {
  if (!Array.isArray(items)) return items
  return items.map((item: Old) => ({ ...plain, ...known.find(({ id }) => id === item?.id), ...item }))
}
