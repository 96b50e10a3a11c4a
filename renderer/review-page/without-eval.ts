import * as z from 'zod'

// The page’s policy forbids what zod would otherwise make of strings to be faster; it must know before the first schema.
z.config({ jitless: true })
