import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { ferryArticle } from '#shared/testing/exchange-articles.ts'
import { exported } from '#shared/testing/round-trip.ts'
import { w3c } from './w3c.ts'

const written = async (): Promise<string> => {
  const { files } = await exported(w3c, [ferryArticle])
  return new TextDecoder().decode(files.get(''))
}

const ARTICLE = 'urn:x-glosswright:00000000-0000-4000-8000-000000000000:article:ferries'

describe('a file that is written', () => {
  test('is a page of annotations, the first of an article says its text', async () => {
    const page = JSON.parse(await written())
    expect(page).toMatchObject({
      '@context': ['http://www.w3.org/ns/anno.jsonld', { gw: 'urn:x-glosswright:terms:' }],
      type: 'AnnotationPage',
      partOf: { type: 'AnnotationCollection', label: 'A workspace' },
      startIndex: 0,
    })
    expect(page.items[0]).toMatchObject({
      type: 'Annotation',
      motivation: 'describing',
      target: ARTICLE,
      body: { type: 'TextualBody', format: 'text/plain', language: 'en', value: ferryArticle.text },
      article: { id: 'ferries', sha256: 'ab'.repeat(32) },
    })
  })

  test('a mark selects its words by position, in code points, and by quote', async () => {
    const { items } = JSON.parse(await written())
    expect(items[1]).toEqual({
      id: `${ARTICLE}:Ada:a`,
      type: 'Annotation',
      motivation: 'classifying',
      creator: { type: 'Person', name: 'Ada' },
      created: '2026-01-02T03:04:05.678Z',
      modified: '2026-01-02T03:04:05.678Z',
      body: [
        { type: 'TextualBody', purpose: 'classifying', format: 'text/plain', value: 'actor' },
        {
          type: 'SpecificResource',
          purpose: 'identifying',
          source: 'urn:x-glosswright:00000000-0000-4000-8000-000000000000:actor:actor-0',
        },
      ],
      target: {
        type: 'SpecificResource',
        source: ARTICLE,
        selector: [
          { type: 'TextPositionSelector', start: 2, end: 9 },
          {
            type: 'TextQuoteSelector',
            exact: 'Norland',
            prefix: '🚢 ',
            suffix: '\r\npledged, he said,\tto sail.',
          },
        ],
      },
      certainty: 'sure',
      origin: { kind: 'manual' },
    })
  })

  test('pieces are a list of what is meant together; notes, links and roles have their places', async () => {
    const { items } = JSON.parse(await written())
    expect(items[2].target).toMatchObject({
      type: 'List',
      items: [
        { selector: [{ start: 11, end: 18 }, { exact: 'pledged' }] },
        { selector: [{ start: 29, end: 36 }, { exact: 'to sail' }] },
      ],
    })
    expect(items[2].body).toMatchObject([
      { purpose: 'classifying', value: 'commitment' },
      { purpose: 'commenting', value: 'two\nlines & “quotes”' },
      { purpose: 'linking', source: `${ARTICLE}:Ada:b`, kind: 'condition-of' },
    ])
    expect(items[2].roles).toEqual([
      { role: 'committer', filler: `${ARTICLE}:Ada:a` },
      { role: 'committer', filler: 'urn:x-glosswright:00000000-0000-4000-8000-000000000000:actor:actor-1' },
      { role: 'committer', filler: 'urn:x-glosswright:terms:author' },
    ])
  })
})

/** The terms of http://www.w3.org/ns/anno.jsonld that our files use, as that context defines them. */
const iri = (id: string) => ({ '@type': '@id', '@id': id })
const ANNOTATION_TERMS = {
  '@context': {
    oa: 'http://www.w3.org/ns/oa#',
    dc: 'http://purl.org/dc/elements/1.1/',
    dcterms: 'http://purl.org/dc/terms/',
    foaf: 'http://xmlns.com/foaf/0.1/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    as: 'http://www.w3.org/ns/activitystreams#',
    schema: 'http://schema.org/',
    id: iri('@id'),
    type: iri('@type'),
    Annotation: 'oa:Annotation',
    TextualBody: 'oa:TextualBody',
    SpecificResource: 'oa:SpecificResource',
    TextQuoteSelector: 'oa:TextQuoteSelector',
    TextPositionSelector: 'oa:TextPositionSelector',
    Person: 'foaf:Person',
    Software: 'as:Application',
    AnnotationCollection: 'as:OrderedCollection',
    AnnotationPage: 'as:OrderedCollectionPage',
    classifying: 'oa:classifying',
    commenting: 'oa:commenting',
    describing: 'oa:describing',
    identifying: 'oa:identifying',
    linking: 'oa:linking',
    body: iri('oa:hasBody'),
    target: iri('oa:hasTarget'),
    source: iri('oa:hasSource'),
    selector: iri('oa:hasSelector'),
    creator: iri('dcterms:creator'),
    generator: iri('as:generator'),
    motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' },
    purpose: { '@type': '@vocab', '@id': 'oa:hasPurpose' },
    items: { ...iri('as:items'), '@container': '@list' },
    partOf: iri('as:partOf'),
    format: 'dc:format',
    language: 'dc:language',
    created: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' },
    modified: { '@id': 'dcterms:modified', '@type': 'xsd:dateTime' },
    value: 'rdf:value',
    start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
    end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
    exact: 'oa:exact',
    prefix: 'oa:prefix',
    suffix: 'oa:suffix',
    name: 'foaf:name',
    label: 'rdfs:label',
    startIndex: { '@id': 'as:startIndex', '@type': 'xsd:nonNegativeInteger' },
  },
}

type JsonLd = {
  readonly toRDF: (document: unknown, options: object) => Promise<string>
  readonly expand: (document: unknown, options: object) => Promise<readonly object[]>
}
const jsonld: JsonLd = createRequire(import.meta.url)('jsonld')
const loading = {
  documentLoader: async (url: string) => {
    expect(url).toBe('http://www.w3.org/ns/anno.jsonld')
    return { document: ANNOTATION_TERMS, documentUrl: url, contextUrl: null }
  },
}

describe('the jsonld library', () => {
  test('finds the graph that is meant', async () => {
    const quads = await jsonld.toRDF(JSON.parse(await written()), {
      ...loading,
      format: 'application/n-quads',
    })
    const lines = quads.split('\n')
    const ofMark = lines.filter((line) => line.startsWith(`<${ARTICLE}:Ada:b>`)).join('\n')
    expect(ofMark).toContain('<http://www.w3.org/ns/oa#motivatedBy> <http://www.w3.org/ns/oa#classifying>')
    expect(ofMark).toContain('<urn:x-glosswright:terms:certainty> "unsure"')
    expect(lines.filter((line) => line.includes('oa#start> "11"'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('oa#exact> "Norland"'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('<http://www.w3.org/ns/oa#List>'))).toHaveLength(1)
    expect(quads).toContain(`<urn:x-glosswright:terms:filler> <${ARTICLE}:Ada:a>`)
    expect(quads).toContain('oa#hasPurpose> <http://www.w3.org/ns/oa#linking>')
    expect(quads).toContain('rdf-syntax-ns#JSON>')
  })

  test('loses no key of an annotation', async () => {
    const [page] = await jsonld.expand(JSON.parse(await written()), { ...loading, safe: true })
    expect(page).toBeDefined()
  })
})
