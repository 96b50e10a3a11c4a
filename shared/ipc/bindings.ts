import * as z from 'zod'
import { isAccelerator } from '../domain/accelerator.ts'

const MOST_COMMANDS = 2_000
const MOST_KEYS = 10

/**
 * Keys that an analyst gave to commands, from a page or out of a file. A command that is not known is let be: it may
 * belong to the labels of another workspace. What is no accelerator is refused, since the menu would throw on it.
 */
export const bindingsSchema = z
  .record(z.string().min(1).max(1_000), z.array(z.string().max(60).refine(isAccelerator)).max(MOST_KEYS))
  .refine((bindings) => Object.keys(bindings).length <= MOST_COMMANDS)
