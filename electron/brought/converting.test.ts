import { afterEach, describe, expect, it } from 'vitest'
import { readRegistry } from '#electron/library/registries.ts'
import { addedArticle, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import { newActor } from '#shared/domain/actor.ts'
import type { BroughtReport } from '#shared/ipc/exchange.ts'
import { mark, marking, now } from '#shared/testing/samples.ts'
import { closeDesks, deskIn, fileArticle, linesOf, marksOf, take } from './testing/brought-desk.ts'

const TEXT = 'Norland 😀 will pay Vesteria for ships, the minister said.'

afterEach(closeDesks)

const reasons = ({ refused }: BroughtReport): readonly string[] => refused.map(({ reason }) => reason)

describe('annotations are taken', () => {
  it('under ids of their own where theirs are taken, and what points to them goes along', async () => {
    const workspace = await tempWorkspace()
    const source = await addedArticle(workspace, TEXT)
    const { store } = await deskIn(workspace)
    await store.open(source)
    await store.apply(source.article.id, marking(mark('m0', 8, 10)))
    const content = linesOf([
      fileArticle(TEXT, [
        { on: 'Norland' },
        {
          on: 'will pay',
          label: 'commitment',
          id: '../../odd id',
          roles: { committer: [{ mention: 'm0' }] },
        },
      ]),
    ])
    await take(workspace, content)
    const marks = await marksOf(workspace, source)
    const norland = marks.find(({ start }) => start === 0)
    const act = marks.find(({ label }) => label === 'commitment')
    expect(marks).toHaveLength(3)
    expect(norland?.id).not.toBe('m0')
    expect(act?.roles).toEqual({ committer: [{ mention: norland?.id }] })
    expect(act?.id).toMatch(/^[\w-]+$/)
  })

  it('with actors of whom the files say no more than an id', async () => {
    const workspace = await tempWorkspace()
    await addedArticle(workspace, TEXT)
    const mention = { on: 'the minister', actor: 'ada-quill' }
    const act = {
      on: 'will pay',
      label: 'commitment',
      roles: { committer: [{ actor: 'ada-quill' }], target: [{ actor: 'x' }] },
    }
    expect(await take(workspace, linesOf([fileArticle(TEXT, [act, mention])]))).toMatchObject({
      annotations: 2,
      refused: [],
    })
    const registry = await readRegistry(workspace, 'Ana')
    const actors = registry.kind === 'ok' ? [...registry.document.actors.values()] : []
    expect(actors.map(({ id, name }) => [id, name])).toEqual([
      ['ada-quill', 'the minister'],
      ['x', 'x'],
    ])
  })

  it('with the actors that they name; one of the same id and another name gets an id of its own', async () => {
    const workspace = await tempWorkspace()
    const source = await addedArticle(workspace, TEXT)
    const { store } = await deskIn(workspace)
    const known = newActor({ id: 'norland', name: 'Norland (football)', now })
    await store.apply(null, {
      name: 'Add',
      changes: [{ kind: 'actor', id: 'norland', before: null, after: known }],
    })
    const norland = newActor({ id: 'norland', name: 'Norland', now })
    const both = { ...newActor({ id: 'both', name: 'Both', now }), members: ['norland'] }
    const content = linesOf([fileArticle(TEXT, [{ on: 'Norland', actor: 'norland' }])], [norland, both])
    expect(await take(workspace, content)).toMatchObject({ annotations: 1, refused: [] })
    const registry = await readRegistry(workspace, 'Ana')
    const actors = registry.kind === 'ok' ? [...registry.document.actors.values()] : []
    expect(actors.map(({ id, name }) => [id, name]).sort()).toEqual([
      ['both', 'Both'],
      ['norland', 'Norland (football)'],
      ['norland-2', 'Norland'],
    ])
    expect(actors.find(({ id }) => id === 'both')?.members).toEqual(['norland-2'])
    expect((await marksOf(workspace, source))[0]?.actor).toBe('norland-2')
    expect(await take(workspace, content)).toMatchObject({ same: 1, actors: 0, refused: [] })
  })
})

describe('a label of a file', () => {
  it.each([
    ['actor', {}, ['actor']],
    ['ACTOR', {}, ['actor']],
    ['Accusation', {}, ['accusation']],
    ['PER', { PER: 'actor' }, ['actor']],
    ['PER', { PER: null }, []],
    ['actor', { actor: 'commitment' }, ['commitment']],
    ['__proto__', {}, []],
    ['toString', {}, []],
  ])('%s with %o becomes %o', async (label, labels, expected) => {
    const workspace = await tempWorkspace()
    const source = await addedArticle(workspace, TEXT)
    await take(workspace, linesOf([fileArticle(TEXT, [{ on: 'Norland', label }])]), { labels })
    expect((await marksOf(workspace, source)).map((one) => one.label)).toEqual(expected)
  })

  it('that nobody knows is refused once, with how often it is there', async () => {
    const workspace = await tempWorkspace()
    const content = linesOf([
      fileArticle(TEXT, [
        { on: 'Norland', label: 'PER' },
        { on: 'Vesteria', label: 'PER' },
      ]),
    ])
    const report = await take(workspace, content)
    expect(reasons(report)).toEqual(['“PER” is no label here; say which one it is. (2 times)'])
    expect(report).toMatchObject({ annotations: 0, newArticles: 0 })
  })
})

describe('what the scheme does not know', () => {
  it('is left out and named, where the rest shall come', async () => {
    const workspace = await tempWorkspace()
    const source = await addedArticle(workspace, TEXT)
    const content = linesOf([
      fileArticle(TEXT, [
        {
          on: 'will pay',
          label: 'commitment',
          roles: { weather: [{ constant: 'unknown' }] },
          attributes: { mood: 'good' },
        },
        { on: 'Norland', actor: 'x'.repeat(2000) },
      ]),
    ])
    const report = await take(workspace, content, { isPartial: true })
    expect(reasons(report)).toEqual([
      'The scheme does not know the role “weather” of the label “Commitment”.',
      'The scheme does not know the attribute “mood” of the label “Commitment”.',
      expect.stringMatching(/^The actor “x+…” of the file is none that can be kept.$/),
    ])
    const marks = await marksOf(workspace, source)
    expect(marks).toHaveLength(2)
    expect(
      marks.every(
        ({ roles, attributes, actor }) => !actor && Object.keys({ ...roles, ...attributes }).length === 0,
      ),
    ).toBe(true)
  })
})
