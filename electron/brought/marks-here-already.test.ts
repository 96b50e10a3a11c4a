import { afterEach, describe, expect, it } from 'vitest'
import { addedArticle, must, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import { closeDesks, deskIn, fileArticle, linesOf, marksOf, take } from './testing/brought-desk.ts'

const TEXT = 'Norland will pay Vesteria for ships, the minister said.'
const ACT = { on: 'will pay', label: 'commitment' }
const FULL = {
  ...ACT,
  id: 'elsewhere',
  note: 'In a year?',
  roles: { committer: [{ mention: 'm0' }], target: [{ constant: 'unknown' as const }] },
}
const bare = linesOf([fileArticle(TEXT, [{ on: 'Norland' }, ACT])])
const fuller = linesOf([fileArticle(TEXT, [{ on: 'Norland', actor: 'norland' }, FULL])])

afterEach(closeDesks)

describe('a mark that is here already', () => {
  it('is completed by what the file says besides, as an edit of the same step', async () => {
    const workspace = await tempWorkspace()
    const source = await addedArticle(workspace, TEXT)
    await take(workspace, bare)
    const before = await marksOf(workspace, source)
    expect(await take(workspace, fuller)).toMatchObject({
      ...{ articles: 1, annotations: 2, completed: 2, same: 0, differing: 0, actors: 1, refused: [] },
    })
    const marks = await marksOf(workspace, source)
    const { note, roles } = FULL
    expect(marks).toMatchObject([
      { id: 'm0', actor: 'norland' },
      { id: 'm1', note, roles },
    ])
    expect(await take(workspace, fuller)).toMatchObject({ annotations: 0, completed: 0, same: 2 })
    must(await (await deskIn(workspace)).bulk.travel('undo'))
    expect(await marksOf(workspace, source)).toEqual(before)
  })

  it('that says more than the file is left as it is', async () => {
    const workspace = await tempWorkspace()
    const source = await addedArticle(workspace, TEXT)
    await take(workspace, fuller)
    const before = await marksOf(workspace, source)
    expect(await take(workspace, bare)).toMatchObject({ annotations: 0, same: 2, refused: [] })
    expect(await marksOf(workspace, source)).toEqual(before)
  })

  it('that says something else keeps everything out, and is named', async () => {
    const workspace = await tempWorkspace()
    const source = await addedArticle(workspace, TEXT)
    await take(workspace, fuller)
    const before = await marksOf(workspace, source)
    const other = linesOf([
      fileArticle(TEXT, [
        { on: 'Norland', certainty: 'unsure' },
        { ...FULL, note: 'Never.', roles: { ...FULL.roles, committer: [{ constant: 'author' }] } },
        { on: 'Vesteria' },
      ]),
    ])
    const refused = [
      'The Actor “Norland” is here already and says something else: its certainty.',
      'The Commitment “will pay” is here already and says something else: its role “committer”, its note.',
    ].map((reason) => ({ file: 'marks.jsonl', line: 2, reason }))
    expect(await take(workspace, other)).toMatchObject({ annotations: 0, differing: 2, refused })
    expect(await marksOf(workspace, source)).toEqual(before)
    const rest = await take(workspace, other, { isPartial: true })
    expect(rest).toMatchObject({ annotations: 1, completed: 0, differing: 2, refused })
    expect(await marksOf(workspace, source)).toEqual([...before, expect.objectContaining({ start: 17 })])
  })

  it('completed by a suggestion is unsure, and says so', async () => {
    const workspace = await tempWorkspace()
    const source = await addedArticle(workspace, TEXT)
    await take(workspace, bare)
    const suggesting = { as: { kind: 'suggestions' } } as const
    await take(workspace, fuller, suggesting)
    expect((await marksOf(workspace, source))[1]).toMatchObject({
      certainty: 'unsure',
      note: 'In a year?\nSuggested by “marks.jsonl”.',
    })
    expect(await take(workspace, fuller, suggesting)).toMatchObject({ annotations: 0, same: 2, refused: [] })
  })
})

describe('what several annotators of a file have on the same words', () => {
  const two = linesOf([fileArticle(TEXT, [ACT, { ...ACT, annotator: 'Bo', id: 'b', note: 'Bo’s' }])])

  it('becomes one mark that says what either says', async () => {
    const workspace = await tempWorkspace()
    const source = await addedArticle(workspace, TEXT)
    expect(await take(workspace, two)).toMatchObject({ annotations: 2, completed: 1, refused: [] })
    expect(await marksOf(workspace, source)).toMatchObject([{ id: 'm0', note: 'Bo’s' }])
  })

  it('is refused where they say different things', async () => {
    const workspace = await tempWorkspace()
    const marks = [
      { ...ACT, note: 'Ada’s' },
      { ...ACT, annotator: 'Bo', id: 'b', note: 'Bo’s' },
    ]
    const report = await take(workspace, linesOf([fileArticle(TEXT, marks)]))
    expect(report).toMatchObject({ annotations: 0, differing: 1 })
    expect(report.refused).toHaveLength(1)
  })

  it('comes from those who were chosen', async () => {
    const workspace = await tempWorkspace()
    const source = await addedArticle(workspace, TEXT)
    expect(await take(workspace, two, { from: ['Cy'] })).toMatchObject({ annotations: 0 })
    expect(await take(workspace, two, { from: ['Bo'] })).toMatchObject({ annotations: 1, completed: 0 })
    expect(await marksOf(workspace, source)).toMatchObject([{ note: 'Bo’s' }])
  })
})
