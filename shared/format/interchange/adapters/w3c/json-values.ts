/** An object of JSON that nobody looked at yet. */
export type Json = Readonly<Record<string, unknown>>

/** Without any keys where the value is no object. */
export const jsonIn = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}

/** JSON-LD says the same with one value as with a list of one. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

export const textIn = (json: Json, key: string): string | null => {
  const value = json[key]
  return typeof value === 'string' ? value : null
}
