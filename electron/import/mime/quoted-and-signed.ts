import type { Boilerplate } from '#shared/domain/boilerplate.ts'

/**
 * What stands in a mail's plain text and is not its writer's: lines quoted from the mail that it answers, with the line
 * above that says whose they are, and the signature below. A mail of mostly quoted lines was forwarded for their sake.
 */
const MOST = 0.5
const QUOTED = /^(?:[^\n]{1,200}:[ \t]*\n\n?)?(?:>[^\n]*(?:\n|$))+/gm
const SIGNATURE = /^-- ?\n[\s\S]{1,1000}(?![\s\S])/m

export function quotedAndSigned(text: string): readonly Boilerplate[] {
  const quoted = [...text.matchAll(QUOTED)].map(({ index, 0: words }) => {
    return { start: index, end: index + words.trimEnd().length, ...OTHER('quoted from an earlier mail') }
  })
  const isForwarded = quoted.reduce((sum, { start, end }) => sum + end - start, 0) > text.length * MOST
  const signature = SIGNATURE.exec(text)
  const end = quoted.at(-1)?.end ?? 0
  const signed = signature && (isForwarded || signature.index >= end) ? [signature.index] : []
  return [
    ...(isForwarded ? [] : quoted),
    ...signed.map((start) => ({ start, end: text.length, ...OTHER('the sender’s signature') })),
  ]
}

const OTHER = (reason: string) => ({ kind: 'other', reason }) as const
