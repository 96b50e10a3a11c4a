import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { someFrame } from '#shared/testing/datasets.ts'
import { FERRIES } from '#shared/testing/ferries.ts'
import { foundIn } from '#shared/testing/reading.ts'
import { exported, LONGEST } from '#shared/testing/round-trip.ts'
import type { DatasetArticle } from '../../dataset.ts'
import { csv } from './csv.ts'

async function written(article: DatasetArticle = FERRIES, options = {}): Promise<Record<string, string>> {
  const { files } = await exported(csv, [article], { options, loss: LONGEST })
  return Object.fromEntries(Array.from(files, ([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]))
}

const MARK = '\ufeff'

describe('tables as CSV', () => {
  test('are one row for an annotation, with a column for each attribute of the scheme', async () => {
    const { 'annotations.csv': annotations = '' } = await written()
    const [header, ...rows] = Papa.parse<string[]>(annotations.replace(MARK, '').trimEnd()).data
    const cells = (row: string[]) =>
      Object.fromEntries(row.map((cell, i) => [header?.[i], cell] as const).filter(([, cell]) => cell !== ''))
    expect(rows.map(cells)).toEqual([
      {
        article: 'ferries-0a1b2c3d',
        ...{ id: 'a1', annotator: 'Ada', label: 'actor', start: '0', end: '7', text: 'Norland' },
        ...{ actor: 'actor-0', actor_name: 'Norland', certainty: 'sure', origin: 'manual' },
        ...{ created: '2026-01-02T03:04:05.678Z', updated: '2026-01-02T03:04:05.678Z' },
      },
      {
        article: 'ferries-0a1b2c3d',
        ...{ id: 'a2', annotator: 'Ada', label: 'commitment', start: '10', end: '42' },
        text: 'will\r\npay, "in full", for ships.',
        fragments: '[{"end":19,"start":10,"text":"will\\r\\npay"},{"end":42,"start":36,"text":"ships."}]',
        ...{ 'attribute.outcome': 'under way', note: '=1+1', certainty: 'unsure' },
        ...{ origin: 'rule', origin_by: 'a rule' },
        ...{ created: '2026-01-02T03:04:05.678Z', updated: '2026-01-02T03:04:05.678Z' },
      },
    ])
  })

  test('are one row for each filler of a role, with its words and its name, and all that the act says', async () => {
    const { 'acts.csv': acts } = await written()
    const head = 'ferries-0a1b2c3d,Ada,a2,commitment,"will\r\npay, ""in full"", for ships."'
    const ids = someFrame.scheme.attributes.map(({ id }) => id)
    const said = ids.map((id) => (id === 'outcome' ? 'under way' : '')).join(',')
    const columns = ids.map((id) => `attribute.${id}`).join(',')
    const first = 'article,annotator,act,label,act_text,role,filler_kind,filler,filler_text,actor,actor_name'
    expect(acts).toBe(
      [
        `${MARK}${first},${columns},certainty,note,other`,
        `${head},committer,mention,a1,Norland,actor-0,Norland,${said},unsure,=1+1,`,
        `${head},committer,constant,author,author,,,${said},unsure,=1+1,`,
        `${head},beneficiary,actor,actor-1,"The “League”, NL",actor-1,"The “League”, NL",${said},unsure,=1+1,`,
        '',
      ].join('\r\n'),
    )
  })

  test('begin with a byte order mark, unless somebody wants none', async () => {
    const [one, other] = [await written(), await written(FERRIES, { bom: 'without' })]
    expect(Object.values(one).every((text) => text.startsWith(MARK))).toBe(true)
    expect(Object.values(other).some((text) => text.includes(MARK))).toBe(false)
  })

  test('keep what looks like a formula, or guard it with an apostrophe that the reader takes off', async () => {
    expect((await written())['annotations.csv']).toContain(',=1+1,')
    const guarded = await written(FERRIES, { guard: 'apostrophe' })
    expect(guarded['annotations.csv']).toContain(",'=1+1,")
    expect((await foundIn(csv, guarded)).articles[0]?.annotations[1]?.note).toBe('=1+1')
  })

  test('are read by Python as they were written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tables-'))
    for (const [path, text] of Object.entries(await written())) writeFileSync(join(folder, path), text)
    const script = `
import csv, json, sys
def rows(name): return list(csv.DictReader(open(sys.argv[1] + "/" + name, encoding="utf-8-sig", newline=""), strict=True))
text = rows("articles.csv")[0]["text"]
for row in rows("annotations.csv"): assert text[int(row["start"]):int(row["end"])] == row["text"], row
print(json.dumps(text))`
    const text = execFileSync('python3', ['-c', script, folder], { encoding: 'utf8' })
    expect(JSON.parse(text)).toBe(FERRIES.text)
  })

  test('may be sorted by somebody: what belongs together is found again', async () => {
    const other = { ...FERRIES, id: 'more-1' }
    const { files } = await exported(csv, [FERRIES, other])
    const contents = Object.fromEntries(
      Array.from(files, ([path, bytes]) => [path, Buffer.from(bytes).toString('utf8').replace(MARK, '')]),
    )
    const { data, meta } = Papa.parse<Record<string, string>>(contents['annotations.csv'] ?? '', {
      header: true,
      skipEmptyLines: true,
    })
    data.sort((a, b) => ((a.label ?? '') < (b.label ?? '') ? -1 : 1))
    const sorted = Papa.unparse({ fields: meta.fields ?? [], data }, { newline: '\r\n' })
    const { articles, refusals } = await foundIn(csv, { ...contents, 'annotations.csv': sorted })
    expect(refusals).toEqual([])
    expect(articles.map(({ article, annotations }) => [article.id, annotations.length])).toEqual([
      ['ferries-0a1b2c3d', 2],
      ['more-1', 2],
    ])
  })
})

describe('a table of annotations that somebody else made', () => {
  const marksIn = async (text: string) => {
    const { articles, refusals, unreadable } = await foundIn(csv, { 'marks.csv': text })
    return { articles, refusals, unreadable }
  }

  test.each([
    ['commas', 'doc_id,begin,end,type,quote\r\nd1,0,7,ORG,Norland\r\n'],
    ['semicolons', 'document;start;stop;tag;text\nd1;0;7;ORG;Norland\n'],
    ['tabs', 'Label\tStart\tEnd\tArticle ID\nORG\t0\t7\td1'],
    ['numbers as pandas writes them', 'article,start,end,label\rd1,0.0,7.0,ORG\r'],
  ])('with %s says label, start and end of an article', async (_, text) => {
    const { articles, refusals } = await marksIn(text)
    expect(refusals).toEqual([])
    expect(articles.map(({ article, text: whole }) => [article, whole])).toEqual([[{ id: 'd1' }, null]])
    expect(articles[0]?.annotations).toMatchObject([{ label: 'ORG', start: 0, end: 7 }])
  })

  test('may bring the article’s text along, and is held to it', async () => {
    const { articles, refusals } = await marksIn(
      'text,start,end,label,quote\n"Norland, 😀 will pay.",9,10,joy,😀\n"Norland, 😀 will pay.",11,15,act,want\n',
    )
    expect(articles[0]).toMatchObject({
      text: 'Norland, 😀 will pay.',
      annotations: [{ start: 9, end: 10, text: '😀' }],
    })
    expect(refusals).toEqual([
      expect.objectContaining({
        line: 3,
        reason: 'It says “want”, but characters 11 to 15 of the text are “will”.',
      }),
    ])
  })

  const HEAD = 'article,start,end,label,certainty\n'
  test.each([
    ['d1,7,0,x,', 'It ends at 0, which is not behind its start at 7.'],
    ['d1,-1,3,x,', 'Something is wrong at “start”: its start is no place in a text.'],
    ['d1,1e400,3,x,', 'Something is wrong at “start”: its start is no place in a text.'],
    ['d1,0,,x,', 'Something is wrong at “end”: its end is no place in a text.'],
    ['d1,0,3,,', 'Something is wrong at “label”: there is no label.'],
    ['d1,0,3,x,maybe', 'Something is wrong at “certainty”: expected one of "sure"|"unsure".'],
    ['d1,0,3', 'It has 3 cells, but the first row names 5.'],
  ])('has “%s” refused, and the others read', async (row, reason) => {
    const { articles, refusals } = await marksIn(`${HEAD}d1,0,1,x,\n${row}\nd1,1,2,x,\n`)
    expect(refusals.map((one) => [one.file, one.line, one.reason.replace('Invalid option: ', '')])).toEqual([
      ['marks.csv', 3, reason],
    ])
    expect(articles[0]?.annotations).toHaveLength(2)
  })

  test.each([
    ['a,b\n1,2\n', 'no column “start”'],
    ['start,end,label\n0,1,x\n', 'does not say which article'],
    ['article,start,end,label\n"d1,0,3,x\n', 'ends within a quoted cell'],
    ['article,start,end,label\n"d1"x,0,3,x\n', 'behind the quote'],
    [new Uint8Array([0x61, 0xff]), 'not UTF-8'],
  ])('is not read at all where it is %o', async (content, reason) => {
    const { unreadable } = await foundIn(csv, { 'marks.csv': content })
    expect(unreadable?.message).toContain(reason)
  })
})

describe('our own tables, changed by somebody', () => {
  test.each([
    ['annotations.csv', 'a2,Ada', 'a1,Ada', 'There are two annotations “a1”.'],
    ['annotations.csv', 'ferries-0a1b2c3d,a1', 'nowhere,a1', 'There is no article “nowhere” here.'],
    ['acts.csv', 'mention,a1', 'mention,a9', 'There is no annotation “a9” in this article.'],
    ['acts.csv', 'constant,author', 'constant,nobody', 'It names no role, or nobody who fills it.'],
    ['links.csv', 'same-as,a1', 'same-as,a9', 'There is no annotation “a9” in this article.'],
    ['articles.csv', 'done', 'finished', 'Something is wrong at “status”'],
    ['actors.csv', 'actor-1,', 'actor-0,', 'There are two actors “actor-0”.'],
  ])('in %s have a row with “%s” made “%s” refused', async (path, from, to, reason) => {
    const files = await written()
    const { refusals } = await foundIn(csv, { ...files, [path]: (files[path] ?? '').replace(from, to) })
    expect(refusals.map((one) => one.reason).join(' ')).toContain(reason)
    expect(refusals[0]?.line).toBeGreaterThan(1)
  })

  test('have a key that objects take for their own as any other', async () => {
    const files = await written()
    const acts = (files['acts.csv'] ?? '').replaceAll('committer', '__proto__')
    const { articles } = await foundIn(csv, { ...files, 'acts.csv': acts })
    expect(Object.keys(articles[0]?.annotations[1]?.roles ?? {})).toEqual(['__proto__', 'beneficiary'])
  })
})
