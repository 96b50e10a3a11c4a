/** How many of the first `count` indices satisfy `isBelow`, which holds for a prefix of them. */
export function countBelow(count: number, isBelow: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBelow(middle)) low = middle + 1
    else high = middle
  }
  return low
}
