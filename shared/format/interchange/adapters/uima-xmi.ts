import { type Adapter, type InFile, type ReadEvent, UnreadableFile } from '../adapter.ts'
import { EVERYTHING } from '../format.ts'
import { LONGEST_RECORD, textIn } from '../in-file.ts'
import { casGroups, writeCases } from './cas/files.ts'
import { type ReadStructure, readCas } from './cas/read-cas.ts'
import type { Cas, CasStructure, CasValue } from './cas/structures.ts'
import { ARRAY, type CasFeature, type CasType, TYPES } from './cas/type-system.ts'
import { type XmlEvent, xmlEvents } from './xml-in.ts'
import { fitForXml, XML_DECLARATION, xmlElement, xmlStart } from './xml-out.ts'

/** A type's namespace is made of its package: `a.b.C` is `C` in `http:///a/b.ecore`. */
const NAMESPACE = /^http:\/\/\/(.*)\.ecore$/
const NO_PACKAGE = 'uima.noNamespace.'
const XMI = 'http://www.omg.org/XMI'
const ID = `{${XMI}}id`

const NAMESPACES = {
  'xmlns:xmi': XMI,
  'xmlns:cas': 'http:///uima/cas.ecore',
  'xmlns:tcas': 'http:///uima/tcas.ecore',
  'xmlns:glosswright': 'http:///glosswright.ecore',
  'xmi:version': '2.0',
}

function written({ text, sofa, structures, members }: Cas): string {
  const facts = { 'xmi:id': sofa, sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: text }
  const lines = [
    xmlElement('cas:NULL', { 'xmi:id': 0 }),
    ...structures.map(structureElement),
    xmlElement('cas:Sofa', facts),
    xmlElement('cas:View', { sofa, members: members.join(' ') }),
  ]
  return `${XML_DECLARATION}${xmlStart('xmi:XMI', NAMESPACES)}\n${lines.join('\n')}\n</xmi:XMI>\n`
}

function structureElement({ id, type, features }: CasStructure): string {
  const said = Object.entries(features).map(([name, value]) => [name, attributeOf(value)] as const)
  const [prefix, name] = type.split('.').slice(-2)
  return xmlElement(`${prefix}:${name}`, { 'xmi:id': id, ...Object.fromEntries(said) })
}

function attributeOf(value: CasValue): string | number | null {
  if (typeof value !== 'object' || value === null) return value
  if ('one' in value) return value.one
  return value.all.length > 0 ? value.all.join(' ') : null
}

/** Without it nobody can tell what an XMI file's numbers point to. */
const TYPE_SYSTEM = 'TypeSystem.xml'

function typeSystem(): string {
  const types = TYPES.map(typeDescription).join('\n')
  const name = xmlElement('name', {}, 'Glosswright')
  const namespace = { xmlns: 'http://uima.apache.org/resourceSpecifier' }
  return `${XML_DECLARATION}${xmlElement('typeSystemDescription', namespace, `\n${name}\n<types>\n${types}\n</types>\n`)}\n`
}

function typeDescription({ name, description, superType, features }: CasType): string {
  const said = [
    xmlElement('name', {}, name),
    xmlElement('description', {}, description),
    xmlElement('supertypeName', {}, superType),
    ...(features.length > 0 ? [xmlElement('features', {}, features.map(featureDescription).join(''))] : []),
  ]
  return xmlElement('typeDescription', {}, said.join(''))
}

function featureDescription({ name, range, elements }: CasFeature): string {
  const said = [
    xmlElement('name', {}, name),
    '<description/>',
    xmlElement('rangeTypeName', {}, range),
    ...(range === ARRAY && elements ? [xmlElement('elementType', {}, elements)] : []),
  ]
  return xmlElement('featureDescription', {}, said.join(''))
}

async function write(...[source, sink]: Parameters<Adapter['write']>): Promise<void> {
  const types = await sink.open(TYPE_SYSTEM)
  await types.write(typeSystem())
  await types.close()
  await writeCases(source, sink, { ending: 'xmi', written })
}

async function* read([file]: readonly InFile[]): AsyncGenerator<ReadEvent> {
  if (!file) return
  const structures: ReadStructure[] = []
  let depth = 0
  for await (const event of xmlEvents(textBelow(file), file.path)) {
    if (event.kind === 'close') depth--
    if (event.kind !== 'open') continue
    depth++
    if (depth === 1 && (event.name !== 'XMI' || event.uri !== XMI))
      throw new UnreadableFile(`“${file.path}” is no UIMA XMI file.`, event.line)
    if (depth === 2) structures.push(...structureOf(event))
  }
  yield* readCas(structures, file.path)
}

/** A CAS is one record: it is held whole. */
async function* textBelow(file: InFile): AsyncGenerator<string> {
  let length = 0
  for await (const text of textIn(file)) {
    length += text.length
    if (length > LONGEST_RECORD) throw new UnreadableFile(`“${file.path}” is too large to be read whole.`)
    yield text
  }
}

/** Views have no number and say nothing that is needed here; 0 is the structure that stands for none. */
function structureOf({
  name,
  uri,
  attributes,
  line,
}: Extract<XmlEvent, { kind: 'open' }>): readonly ReadStructure[] {
  const id = Number(attributes.get(ID))
  if (!Number.isInteger(id) || id < 1) return []
  const features = new Map(attributes)
  features.delete(ID)
  return [{ id, type: typeOf(name, uri), features, line }]
}

function typeOf(name: string, uri: string): string {
  const path = NAMESPACE.exec(uri)?.[1]
  const type = path === undefined ? name : `${path.replaceAll('/', '.')}.${name}`
  return type.startsWith(NO_PACKAGE) ? type.slice(NO_PACKAGE.length) : type
}

export const uimaXmi: Adapter = {
  format: {
    id: 'uima-xmi',
    title: 'UIMA XMI',
    summary: 'for UIMA, DKPro and INCEpTION, with its type system',
    shape: 'folder',
    ending: 'xmi',
    offsets: 'utf16',
    reads: true,
    carries: { ...EVERYTHING, registry: false, scheme: false },
    options: [],
    source: 'https://uima.apache.org/d/uimaj-current/ref.html#ugr.ref.xmi',
  },
  write,
  read,
  groups: casGroups('xmi'),
  fit: (article) => fitForXml(article, true),
}
