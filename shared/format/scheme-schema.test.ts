import { describe, expect, it } from 'vitest'
import { ACA_1 } from '../domain/aca-1.ts'
import type { Scheme } from '../domain/scheme.ts'
import { readManifest } from './manifest.ts'

const ID = '7f6fd0f2-6d86-4f0e-9d1b-27f0b2f5f0aa'

/** A manifest as version 1 wrote it, of a scheme without what came with version 2. */
function versionOne(scheme: object): string {
  return JSON.stringify({ format: 'glosswright/workspace', version: 1, id: ID, name: 'Harbour', scheme })
}

const without = (items: readonly object[], ...keys: readonly string[]) =>
  items.map((item) => Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key))))

function oldForm({ actorTypes: _, ...scheme }: Scheme) {
  return {
    ...scheme,
    labels: without(scheme.labels, 'guideline', 'isMention', 'lead'),
    roles: without(scheme.roles, 'isEssential', 'lead', 'side'),
    attributes: without(scheme.attributes, 'key'),
    links: without(scheme.links, 'key', 'expectedWith'),
  }
}

function schemeOf(text: string): Scheme {
  const read = readManifest(text, 'glosswright.json')
  if (read.kind !== 'current') throw new Error(read.sentence)
  return read.value.scheme
}

describe('a workspace of version 1', () => {
  it('has all of ACA-1 where it had the ACA-1 of its time', () => {
    expect(schemeOf(versionOne(oldForm(ACA_1)))).toEqual(ACA_1)
  })

  it('keeps what the analyst had made of ACA-1, and what is theirs alone', () => {
    const [actor] = oldForm(ACA_1).labels
    const own = { id: 'claim', title: 'Claim', key: '4', shape: 'wave', hue: 10, description: 'Said.' }
    const role = { id: 'speaker', title: 'Speaker', on: ['claim'] }
    const attribute = { id: 'tone', title: 'Tone', on: ['claim'], values: ['calm', 'sharp'] }
    const link = { id: 'against', title: 'Against', on: ['claim'] }
    const scheme = schemeOf(
      versionOne({
        ...oldForm(ACA_1),
        labels: [{ ...actor, title: 'Player', hue: 99 }, own],
        roles: [role],
        attributes: [attribute],
        links: [link],
        guidelines: 'Ours.',
      }),
    )
    expect(scheme.labels).toEqual([
      { ...ACA_1.labels[0], title: 'Player', hue: 99 },
      { ...own, guideline: '', isMention: false, lead: '' },
    ])
    expect(scheme.roles).toEqual([{ ...role, isEssential: false, lead: '', side: 'after' }])
    expect(scheme.attributes).toEqual([{ ...attribute, key: '' }])
    expect(scheme.links).toEqual([{ ...link, key: '', expectedWith: null }])
    expect(scheme).toMatchObject({ guidelines: 'Ours.', actorTypes: ACA_1.actorTypes })
  })

  it.each([
    ['labels that are no list', { labels: 'actor' }],
    ['a label that is no object', { labels: [null] }],
    ['no labels', { labels: undefined }],
  ])('is damaged with %s', (_, change) => {
    expect(readManifest(versionOne({ ...oldForm(ACA_1), ...change }), 'x').kind).toBe('damaged')
  })
})
