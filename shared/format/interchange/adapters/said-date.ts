import * as z from 'zod'

const utc = z.iso.datetime()
const anywhere = z.iso.datetime({ offset: true })

/** A moment that a file of somebody else's names, in UTC; undefined where it names none. */
export function dateSaid(value: unknown): string | undefined {
  if (utc.safeParse(value).success) return value as string
  return anywhere.safeParse(value).success ? new Date(value as string).toISOString() : undefined
}
