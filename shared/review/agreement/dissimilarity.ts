import type { Unit } from './continuum.ts'

/**
 * How unlike two units are, as a share of what a unit is that nobody else has (Δ∅ = 1).
 *
 * Mathet, Y., Widlöcher, A. & Métivier, J.-P. (2015): The unified and holistic method gamma (γ) for inter-annotator agreement
 * measure and alignment. Computational Linguistics 41(3), 437–479, section 4.3: the positional dissimilarity
 * (|s(u) − s(v)| + |e(u) − e(v)|)² / (length(u) + length(v))², the categorial one, here 0 or 1, and their combination
 * α · d_pos + β · d_cat, with α = 3 and β = 1, which are the defaults of the authors' software and of pygamma-agreement.
 */
export const dissimilarity = (u: Unit, v: Unit): number =>
  POSITION * positional(u, v) + (u.label === v.label ? 0 : 1)

export function positional(u: Omit<Unit, 'label'>, v: Omit<Unit, 'label'>): number {
  const apart = Math.abs(u.start - v.start) + Math.abs(u.end - v.end)
  return (apart / (u.end - u.start + v.end - v.start)) ** 2
}

const POSITION = 3

/** How far apart the starts and ends of two units may be, by the sum of their lengths, to be no more unlike than `limit`. */
export const reachOf = (limit: number): number => Math.sqrt(limit / POSITION)
