import * as z from 'zod'

const articleSchema = z.object({
  id: z.string(),
  annotations: z.array(
    z.object({
      id: z.string(),
      roles: z.record(z.string(), z.array(z.object({ mention: z.string().optional() }))),
      links: z.array(z.object({ kind: z.string(), to: z.string() })).optional(),
    }),
  ),
})

/**
 * Annotations of a dataset's article that fill a role of their own or are linked to themselves, a sentence each. They hold
 * as data, so they stop no export; but nobody means them. What has another shape is for others to tell.
 */
export function selfPointerProblems(article: unknown): string[] {
  const read = articleSchema.safeParse(article)
  if (!read.success) return []
  return read.data.annotations.flatMap(({ id, roles, links = [] }) => {
    const named = `“${read.data.id}”: the annotation “${id}”`
    const own = Object.entries(roles).filter(([, fillers]) => fillers.some(({ mention }) => mention === id))
    return [
      ...own.map(([role]) => `${named} has itself as “${role}”.`),
      ...links.filter(({ to }) => to === id).map(({ kind }) => `${named} is linked (“${kind}”) to itself.`),
    ]
  })
}
