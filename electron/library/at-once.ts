/** `work` done on all items, at most `limit` at a time; results in the order of the items. */
export async function mapAtOnce<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length)
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++
      results[index] = await work(items[index] as T)
    }
  }
  await Promise.all(Array.from({ length: limit }, worker))
  return results
}

/**
 * `work` done on one item after another, some begun before their turn: results in the order of the items, as they are
 * asked for. What is begun and not asked for any more ends unheard.
 */
export async function* mapAhead<T, R>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = []
  for (const item of items) {
    const result = work(item)
    result.catch(() => undefined)
    begun.push(result)
    if (begun.length >= limit) yield begun.shift() as Promise<R>
  }
  yield* begun
}
