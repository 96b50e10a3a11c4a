import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { ferryArticle } from '#shared/testing/exchange-articles.ts'
import { articlesIn, refusalsIn } from '#shared/testing/reading.ts'
import { exported, LONGEST } from '#shared/testing/round-trip.ts'
import { uimaXmi } from './uima-xmi.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0

const filesOf = async (article = ferryArticle): Promise<Map<string, string>> => {
  const { files } = await exported(uimaXmi, [article])
  return new Map(Array.from(files, ([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
}

describe('a file that is written', () => {
  test('is XMI with its type system beside it', async () => {
    const files = await filesOf()
    expect([...files.keys()]).toEqual(['TypeSystem.xml', 'ferries.xmi'])
    expect(files.get('TypeSystem.xml')).toContain(
      '<typeDescription><name>glosswright.Mention</name><description>A mark that names somebody</description><supertypeName>glosswright.Mark</supertypeName></typeDescription>',
    )
    expect(files.get('ferries.xmi')?.split('\n')).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" xmlns:glosswright="http:///glosswright.ecore" xmi:version="2.0">',
      '<cas:NULL xmi:id="0"/>',
      '<tcas:DocumentAnnotation xmi:id="2" sofa="1" begin="0" end="38" language="en"/>',
      '<glosswright:Boilerplate xmi:id="3" sofa="1" begin="0" end="2" kind="ad" reason="a ship"/>',
      '<glosswright:Actor xmi:id="4" actorId="actor-0" name="Norland" entry="{&quot;aliases&quot;:[],&quot;country&quot;:null,&quot;created&quot;:&quot;2026-01-02T03:04:05.678Z&quot;,&quot;externalIds&quot;:{&quot;wikidata&quot;:&quot;Q1&quot;},&quot;id&quot;:&quot;actor-0&quot;,&quot;members&quot;:[],&quot;mergedInto&quot;:null,&quot;name&quot;:&quot;Norland&quot;,&quot;note&quot;:&quot;&quot;,&quot;type&quot;:&quot;state&quot;,&quot;updated&quot;:&quot;2026-01-02T03:04:05.678Z&quot;}"/>',
      '<glosswright:Actor xmi:id="5" actorId="actor-1" name="The “League”, NL" entry="{&quot;aliases&quot;:[&quot;NL&quot;,&quot;the; League&quot;],&quot;country&quot;:null,&quot;created&quot;:&quot;2026-01-02T03:04:05.678Z&quot;,&quot;externalIds&quot;:{},&quot;id&quot;:&quot;actor-1&quot;,&quot;members&quot;:[],&quot;mergedInto&quot;:null,&quot;name&quot;:&quot;The “League”, NL&quot;,&quot;note&quot;:&quot;&quot;,&quot;type&quot;:null,&quot;updated&quot;:&quot;2026-01-02T03:04:05.678Z&quot;}"/>',
      `<glosswright:Document xmi:id="6" articleId="ferries" title="Ferries &amp; &lt;more&gt;" source="The&#9;Post" published="2026-01-02" language="en" sha256="${'ab'.repeat(32)}" status="done" lineEnds="as in the article" offsets="utf-16" annotator="Ada" boilerplate="3" actors="4 5" tool="Glosswright 0.0.0"/>`,
      '<glosswright:Mention xmi:id="7" sofa="1" begin="3" end="10" label="actor" markId="a" certainty="sure" actor="actor-0" actorName="Norland" origin="manual" created="2026-01-02T03:04:05.678Z" updated="2026-01-02T03:04:05.678Z"/>',
      '<glosswright:Filler xmi:id="9" role="committer" mention="7"/>',
      '<glosswright:Filler xmi:id="10" role="committer" actor="actor-1"/>',
      '<glosswright:Filler xmi:id="11" role="committer" constant="author"/>',
      '<glosswright:Attribute xmi:id="12" name="modality" value="promise"/>',
      '<glosswright:Link xmi:id="13" kind="condition-of" target="8"/>',
      '<glosswright:Fragment xmi:id="14" sofa="1" begin="12" end="19"/>',
      '<glosswright:Fragment xmi:id="15" sofa="1" begin="30" end="37"/>',
      '<glosswright:Act xmi:id="8" sofa="1" begin="12" end="37" label="commitment" markId="b" certainty="unsure" note="two&#10;lines &amp; “quotes”" attributes="12" fillers="9 10 11" links="13" fragments="14 15" origin="manual" created="2026-01-02T03:04:05.678Z" updated="2026-01-02T03:04:05.678Z"/>',
      '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="🚢 Norland&#13;&#10;pledged, he said,&#9;to sail."/>',
      '<cas:View sofa="1" members="2 6 7 8"/>',
      '</xmi:XMI>',
      '',
    ])
  })

  test.skipIf(!hasPython)('says to Python’s XML reader what we mean', async () => {
    const check = `
import sys, xml.etree.ElementTree as et
root = et.fromstring(sys.stdin.buffer.read())
ids = [e.get('{http://www.omg.org/XMI}id') for e in root if e.tag != '{http:///uima/cas.ecore}View']
assert len(ids) == len(set(ids))
units = root.find('{http:///uima/cas.ecore}Sofa').get('sofaString').encode('utf-16-le')
for e in root:
    if e.tag.startswith('{http:///glosswright.ecore}') and e.get('begin'):
        print(ascii(units[2 * int(e.get('begin')):2 * int(e.get('end'))].decode('utf-16-le')))
`
    const input = (await filesOf()).get('ferries.xmi') ?? ''
    const python = spawnSync('python3', ['-c', check], { input, encoding: 'utf8' })
    expect(python.stderr).toBe('')
    expect(python.stdout.trim().split('\n')).toEqual([
      "'\\U0001f6a2'",
      "'Norland'",
      "'pledged'",
      "'to sail'",
      "'pledged, he said,\\tto sail'",
    ])
  })
})

describe('what XML cannot hold', () => {
  test('an article with such a text is left out, its marks are counted', async () => {
    const { files, losses } = await exported(uimaXmi, [{ ...ferryArticle, title: 'a\u0000' }])
    expect([...files.keys()]).toEqual(['TypeSystem.xml'])
    expect(losses.slice(0, 2)).toMatchObject([
      { kind: 'articles', count: 1 },
      { kind: 'unwritable', count: 2 },
    ])
  })

  test('a note is left out by itself', async () => {
    const [norland, pledge] = ferryArticle.annotations
    const annotations = [norland, { ...pledge, note: 'a\ufffe' }] as typeof ferryArticle.annotations
    const { losses, carried } = await exported(uimaXmi, [{ ...ferryArticle, annotations }], {
      options: {},
      loss: LONGEST,
    })
    expect(losses).toMatchObject([{ kind: 'notes', count: 1 }])
    expect(carried[0]?.annotations[1]).not.toHaveProperty('note')
  })
})

const xmi = (...lines: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:pos="http:///de/tudarmstadt/ukp/pos.ecore" xmlns:custom="http:///webanno/custom.ecore" xmlns:none="http:///uima/noNamespace.ecore" xmlns:cas="http:///uima/cas.ecore" xmlns:meta="http:///core/metadata.ecore" xmlns:xmi="http://www.omg.org/XMI" xmi:version="2.0">',
    ...lines,
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="a 😀 ship"/>',
    '</xmi:XMI>',
  ].join('\n')

test('files of INCEpTION are read: layers, documents, tokens, string lists', async () => {
  const text = xmi(
    '<cas:NULL xmi:id="0"/>',
    '<meta:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="9" language="x-unspecified" documentTitle="ships.txt" documentId="admin"/>',
    '<custom:Thing xmi:id="3" sofa="1" begin="2" end="4" label="emoji" kind="face" governor="7"/>',
    '<pos:Token xmi:id="7" sofa="1" begin="5" end="9" id="t1" parent="3"/>',
    '<none:Note xmi:id="8" sofa="1" begin="0" end="1"/>',
    '<cas:StringArray xmi:id="9"><elements>one</elements><elements/></cas:StringArray>',
    '<cas:View sofa="1" members="2 3 7 8"/>',
  )
  const [article, more] = await articlesIn(uimaXmi, text)
  expect(more).toBeUndefined()
  expect(article?.article).toEqual({ title: 'ships.txt' })
  expect(article?.annotations).toEqual([
    { id: '3', label: 'emoji', start: 2, end: 3, attributes: { kind: 'face' } },
    { id: '7', label: 'Token', start: 4, end: 8, attributes: { id: 't1' } },
    { id: '8', label: 'Note', start: 0, end: 1, attributes: {} },
  ])
})

test('lists of ours may be structures of their own, as UIMA may write them', async () => {
  const text = xmi(
    '<glosswright:Act xmlns:glosswright="http:///glosswright.ecore" xmi:id="3" sofa="1" begin="0" end="1" label="x" fillers="4"/>',
    '<cas:FSArray xmi:id="4" elements="5"/>',
    '<glosswright:Filler xmlns:glosswright="http:///glosswright.ecore" xmi:id="5" role="who" constant="author"/>',
  )
  const [article] = await articlesIn(uimaXmi, text)
  expect(article?.annotations).toMatchObject([{ label: 'x', roles: { who: [{ constant: 'author' }] } }])
})

describe('what does not hold is refused', () => {
  const mark = (begin: string, end: string): string =>
    xmi(`<custom:X xmi:id="3" sofa="1" begin="${begin}" end="${end}"/>`)
  test.each([
    ['an end before its start', mark('4', '2'), '2: It ends at 2, which is not behind its start at 4.'],
    ['offsets outside', mark('4', '99'), '2: It ends at 99, but the text has only 9.'],
    ['half a character', mark('2', '3'), '2: It begins or ends within a character.'],
    ['no number', mark('1e3', '3'), '2: Its start or its end is no whole number.'],
    [
      'the same id twice',
      mark('1', '2').replace('xmi:id="3"', 'xmi:id="1"'),
      '-: Two feature structures have the same id.',
    ],
    ['a part of a file', mark('1', '2').slice(0, -20), '3: “a-file” is not XML, or only a part of it.'],
    ['another XML', '<html/>', '1: “a-file” is no UIMA XMI file.'],
    [
      'a document type',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
      '1: “a-file” has a document type, which is not read.',
    ],
    [
      'an unknown entity',
      xmi('<custom:X xmi:id="3" a="&b;"/>'),
      '2: “a-file” is not XML, or only a part of it.',
    ],
    ['deep nesting', `${'<a>'.repeat(99)}`, '1: “a-file” is no UIMA XMI file.'],
    ['deep nesting inside', xmi('<custom:X>'.repeat(99)), '2: “a-file” is nested too deep to be read.'],
    ['no text', '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/>', '-: It holds no text.'],
  ])('%s', async (_, text, refusal) => {
    expect(await refusalsIn(uimaXmi, text)).toEqual([refusal])
  })
})
