/** Whether something can be edited; when not, a sentence says why. */
export type Access = { readonly kind: 'write' } | { readonly kind: 'read'; readonly sentence: string }
