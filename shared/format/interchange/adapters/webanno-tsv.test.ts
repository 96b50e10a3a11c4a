import { describe, expect, test } from 'vitest'
import { articleIn, eventsIn, wordsIn } from '#shared/testing/reading.ts'
import { exported } from '#shared/testing/round-trip.ts'
import { toldArticle } from '#shared/testing/told-article.ts'
import { utf8Decoder } from '../../utf8.ts'
import { webannoTsv } from './webanno-tsv.ts'

const linesOf = async (article: typeof toldArticle): Promise<readonly string[]> => {
  const { files } = await exported(webannoTsv, [article])
  return utf8Decoder().decode(files.get('ferries-0a1b2c3d.tsv')).split('\n')
}

/** A row of a mark whose attributes are left out. */
const cells = (...values: readonly string[]): string => `${values.join('\t')}\t`

describe('what is written', () => {
  test('declares a layer of marks and one of links, then two empty lines', async () => {
    expect((await linesOf(toldArticle)).slice(0, 5)).toEqual([
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=webanno.custom.Mark|label|identifier|certainty|actor|note|more|commitment_force|outcome|accusation_force|polarity|voice|ROLE_webanno.custom.Mark:roles_webanno.custom.MarkRolesLink|webanno.custom.Mark',
      '#T_RL=webanno.custom.MarkLink|kind|position|BT_webanno.custom.Mark',
      '',
      '',
    ])
  })

  test('counts in UTF-16, names the article, and has a row for each token, marks stacked', async () => {
    const lines = await linesOf(toldArticle)
    expect(lines[5]).toBe(
      `#Glosswright={"actors":[{"aliases":[],"country":null,"created":"2026-01-02T03:04:05.678Z","externalIds":{"wikidata":"Q1"},"id":"actor-0","members":[],"mergedInto":null,"name":"Norland","note":"","type":"state","updated":"2026-01-02T03:04:05.678Z"}],"annotator":"Ada","id":"ferries-0a1b2c3d","sha256":"${toldArticle.sha256}","title":"Ferries, again"}`,
    )
    expect(lines[6]).toBe('#Text=🚢 Norland will pay Vesteria')
    expect(lines[7]).toBe(cells('1-1', '0-2', '🚢', ...Array.from({ length: 16 }, () => '_')))
    expect(lines[8]?.split('\t').slice(0, 7)).toEqual([
      '1-2',
      '3-10',
      'Norland',
      'actor[1]',
      'norland[1]',
      'sure[1]',
      'actor-0[1]',
    ])
    expect(lines[10]?.split('\t')).toEqual([
      '1-4',
      '16-19',
      'pay',
      'commitment[2]|commitment[3]',
      'promise[2]|again[3]',
      'sure[2]|unsure[3]',
      '*[2]|*[3]',
      'why?[2]|*[3]',
      '{"fillers":\\[{"at":1,"filler":{"constant":"unknown"},"role":"beneficiary"}\\]}[2]|*[3]',
      'pledged[2]|*[3]',
      '*[2]|*[3]',
      '*[2]|*[3]',
      '*[2]|*[3]',
      '*[2]|*[3]',
      'committer;beneficiary[2]|_[3]',
      '1-2[1];1-5[4]|*',
      'same-as',
      '0',
      '1-3[2_3]',
      '',
    ])
    expect(lines[13]).toBe('#Text=or not.')
    expect(lines.slice(14, 17).map((line) => line.split('\t')[0])).toEqual(['2-1', '2-2', '2-3'])
  })

  test('has its layers beside it, for INCEpTION to make them', async () => {
    const { files } = await exported(webannoTsv, [toldArticle])
    const types = utf8Decoder().decode(files.get('typesystem.xml'))
    expect(types).toContain(
      '<name>webanno.custom.Mark</name><description/><supertypeName>uima.tcas.Annotation<',
    )
    expect(types).toContain(
      '<name>roles</name><description/><rangeTypeName>uima.cas.FSArray</rangeTypeName><elementType>webanno.custom.MarkRolesLink<',
    )
    expect(types).toContain('<name>Governor</name><description/><rangeTypeName>webanno.custom.Mark<')
  })

  test('has a part of a token where a mark ends within it', async () => {
    const [first] = toldArticle.annotations
    const cut = { ...first, end: 5, text: 'Nor' } as (typeof toldArticle.annotations)[number]
    const lines = await linesOf({ ...toldArticle, annotations: [cut] })
    expect(lines.slice(8, 10).map((line) => line.split('\t').slice(0, 4))).toEqual([
      ['1-2', '3-10', 'Norland', '_'],
      ['1-2.1', '3-6', 'Nor', 'actor[1]'],
    ])
  })
})

test('a mark that ends in white space has no place', async () => {
  const [first] = toldArticle.annotations
  const wide = { ...first, end: 10, text: 'Norland ' } as (typeof toldArticle.annotations)[number]
  const { losses } = await exported(webannoTsv, [{ ...toldArticle, annotations: [wide] }])
  expect(losses.map(({ kind, count }) => [kind, count])).toEqual([
    ['misaligned', 1],
    ['actors', 1],
  ])
})

const FRAMES = [
  '#FORMAT=WebAnno TSV 3.3',
  '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue',
  '#T_SP=webanno.custom.Frame|FE|ROLE_webanno.custom.Frame:Roles_webanno.custom.FrameRolesLink|webanno.custom.Lu',
  '#T_SP=webanno.custom.Lu|value|note',
  '#T_SP=webanno.custom.Plain|',
  '#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceType|referenceRelation',
  '#T_RL=webanno.custom.Near|how|BT_webanno.custom.Lu',
  '',
  '',
  '#Sentence.id=s1',
  '#Text=Bob sold',
  '#Text=the clock\\r here',
  '1-1\t0-3\tBob\tNNP\t_\t_\t_\tbob\tan \\[odd\\] one\\\\\t_\tpr[1]\tcoref->1-1\t_\t_\t',
  '1-2\t4-8\tsold\tVBD\tdeal\tseller;*\t1-1;1-3[4]\t_\t_\t_\t_\t_\t_\t_\t',
  '1-3\t9-12\tthe\tDT\t_\t_\t_\tclock[4]|the[5]\t*[4]|*[5]\t_\t_\t_\tbeside\t1-1[0_4]\t',
  '1-4\t13-18\tclock\tNN\t_\t_\t_\tclock[4]\t*[4]\t*\t_\t_\t_\t_\t',
  '1-5\t20-24\there\tRB\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t',
  '',
  '#Text=😀 playing',
  '2-1\t26-28\t😀\t.\t_\t_\t_\tsmile\t*\t_\t_\t_\t_\t_\t',
  '2-2\t29-36\tplaying\tVB\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t',
  '2-2.1\t33-36\ting\t_\t_\t_\t_\ting\t*\t_\t_\t_\t_\t_\t',
]

describe('files of INCEpTION', () => {
  test('have marks of any layer, over several rows, stacked, within tokens and without features', async () => {
    const read = await articleIn(webannoTsv, { 'doc.tsv': FRAMES.join('\n') })
    expect(read).toMatchObject({ article: { id: 'doc' }, isLoose: true })
    expect(read.text).toBe('Bob sold\nthe clock\r here\n 😀 playing')
    expect(wordsIn(read)).toEqual([
      'bob: Bob',
      'deal: sold',
      'clock: the clock',
      'the: the',
      'Plain: clock',
      'smile: 😀',
      'ing: ing',
    ])
    expect(read.annotations[0]?.attributes).toEqual({ note: 'an [odd] one\\' })
  })

  test('have slots and relations, with numbers where a row holds several marks', async () => {
    const { annotations } = await articleIn(webannoTsv, { 'doc.tsv': FRAMES.join('\r\n') })
    const [bob, deal, clock] = annotations
    expect(deal?.roles).toEqual({ seller: [{ mention: bob?.id }], Roles: [{ mention: clock?.id }] })
    expect(bob?.links).toEqual([{ kind: 'beside', to: clock?.id }])
  })
})

const bad = (...rows: readonly string[]): Readonly<Record<string, string>> => ({
  'a.tsv': ['#FORMAT=WebAnno TSV 3.3', '#T_SP=x.Y|value', '', '', '#Text=one two', ...rows].join('\n'),
})

test.each([
  [['1-1\t0-3\tone'], 6, 'It has 0 columns of annotations, but 1 are declared.'],
  [['1-1\t0-3\ttwo\t_'], 6, 'It says “two”, but the text there is “one”.'],
  [['1-1\t0-3\tone\t_', '1-2\t4-9\ttwo\t_'], 7, 'The offsets 4 to 9 do not lie in their sentence.'],
  [['1-1\t3-0\tone\t_'], 6, 'The offsets 3 to 0 do not lie in their sentence.'],
  [
    ['1-1\t0-3\tone\tx', '1-1.1\t1-1\t\tx'],
    7,
    'A mark from 1 to 1 covers nothing, or lies outside the article.',
  ],
  [['1-1\t99999999999-99999999999\tone\t_'], 6, 'The offset 99999999999 is too large to be read.'],
  [
    ['1-1\t0-3\tone\t_', '', '#Text=x', '2-1\t2-3\tx\t_'],
    9,
    'This sentence begins at 2, within the one before it.',
  ],
  [['one'], 6, 'This is no row of WebAnno TSV, such as “1-2”, “4-8” and a token between tabs.'],
])('%j is refused', async (rows, line, reason) => {
  expect(await eventsIn(webannoTsv, bad(...rows))).toEqual([{ kind: 'refused', file: 'a.tsv', line, reason }])
})

test.each([
  ['', '“a.tsv” is empty.'],
  ['#FORMAT=WebAnno TSV 2', '“a.tsv” does not begin as WebAnno TSV 3 does.'],
])('a file that begins with %j cannot be read', async (text, reason) => {
  await expect(eventsIn(webannoTsv, { 'a.tsv': text })).rejects.toThrow(reason)
})
