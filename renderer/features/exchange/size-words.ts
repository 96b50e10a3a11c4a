/** about 120 kB: as exact as a size that is estimated can be. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return 'less than 1 kB'
  const units = ['kB', 'MB', 'GB'] as const
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1_000 ** power
  const shown = amount < 10 ? Number(amount.toFixed(1)) : Math.round(amount)
  return `about ${shown.toLocaleString('en')} ${units[power - 1]}`
}
