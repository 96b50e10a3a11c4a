/** “1 article”, “1,240 articles”. `noun` is one whose plural ends in s. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : `${noun}s`}`
