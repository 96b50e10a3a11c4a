import { type ReadActor, UnreadableFile } from '../../adapter.ts'
import type { ActorsById } from '../../named-actors.ts'
import { grouped } from '../grouped.ts'
import type { XmlEvent } from '../xml-in.ts'
import { actorsInCodes } from './actor-codes.ts'

/** A project as its XML has it. GUIDs are in capitals and without braces. */
export type QdaProject = {
  /** The program that wrote it. */
  readonly origin: string
  readonly users: ReadonlyMap<string, string>
  readonly codes: ReadonlyMap<string, QdaCode>
  readonly actors: ActorsById<ReadActor>
  readonly sources: readonly QdaHead[]
  readonly notes: ReadonlyMap<string, string>
  /** By the GUID of what they begin at. */
  readonly links: ReadonlyMap<string, readonly QdaLink[]>
  /** Sources that are no texts. */
  readonly others: readonly { readonly name: string; readonly line: number }[]
}

export type QdaCode = {
  readonly name: string
  readonly parent: string | null
  description: string
}

export type QdaLink = { readonly name: string; readonly target: string }

/** A source without what stands in it. */
export type QdaHead = {
  readonly name: string
  readonly path: string | null
  readonly line: number
  /** Its text stands in the XML itself. */
  readonly isInline: boolean
}

export type QdaSource = {
  readonly name: string
  readonly path: string | null
  readonly line: number
  content: string | null
  readonly selections: QdaSelection[]
  /** By the GUIDs of their variables. */
  readonly values: Map<string, string>
}

export type QdaSelection = {
  readonly guid: string
  /** As the file has them. */
  readonly start: string
  readonly end: string
  readonly user: string
  readonly created: string | undefined
  readonly updated: string | undefined
  readonly line: number
  readonly codings: { readonly code: string; readonly user: string }[]
  readonly notes: string[]
  description: string | null
}

/** All of a project but what is selected in its sources: they are many. @throws {UnreadableFile} */
export async function readProject(events: AsyncIterable<XmlEvent>, file: string): Promise<QdaProject> {
  const sources: QdaHead[] = []
  const reader = new ProjectReader(file, ({ name, path, line, content }) =>
    sources.push({ name, path, line, isInline: content !== null }),
  )
  for await (const event of events) reader.take(event)
  return { ...reader.project, actors: actorsInCodes(reader.project.codes), sources }
}

/** The sources of a project, one at a time. @throws {UnreadableFile} */
export async function* readSources(events: AsyncIterable<XmlEvent>, file: string): AsyncGenerator<QdaSource> {
  let read: QdaSource[] = []
  const reader = new ProjectReader(file, (source) => read.push(source))
  for await (const event of events) {
    reader.take(event)
    yield* read
    read = []
    if (event.kind === 'close' && event.name === 'Sources') return
  }
}

type Opened = Extract<XmlEvent, { kind: 'open' }>

const NAMESPACE = /^urn:QDA-XML:project:/
const OTHER_SOURCES = new Set(['PictureSource', 'PDFSource', 'AudioSource', 'VideoSource'])

class ProjectReader {
  readonly #file: string
  readonly #path: string[] = []
  #text = ''
  #origin = ''
  readonly #users = new Map<string, string>()
  readonly #codes = new Map<string, QdaCode>()
  readonly #codePath: string[] = []
  readonly #notes = new Map<string, string>()
  readonly #links: [string, QdaLink][] = []
  readonly #others: { name: string; line: number }[] = []
  #source: QdaSource | null = null
  #selection: QdaSelection | null = null
  #codingUser = ''
  #note = ''
  #variable = ''

  readonly #onSource: (source: QdaSource) => void

  constructor(file: string, onSource: (source: QdaSource) => void) {
    this.#file = file
    this.#onSource = onSource
  }

  get project(): Omit<QdaProject, 'sources' | 'actors'> {
    return {
      origin: this.#origin,
      users: this.#users,
      codes: this.#codes,
      notes: this.#notes,
      links: grouped(this.#links),
      others: this.#others,
    }
  }

  take(event: XmlEvent): void {
    if (event.kind === 'open') this.#open(event)
    else if (event.kind === 'close') this.#close(event.name)
    else this.#text += event.text
  }

  #open(event: Opened): void {
    if (this.#path.length === 0) this.#openRoot(event)
    this.#openers[event.name]?.(event)
    if (OTHER_SOURCES.has(event.name))
      this.#others.push({ name: event.attributes.get('name') ?? '', line: event.line })
    this.#path.push(event.name)
    this.#text = ''
  }

  #close(name: string): void {
    this.#path.pop()
    this.#closers[name]?.(this.#text)
    this.#text = ''
  }

  get #parent(): string | undefined {
    return this.#path.at(-1)
  }

  #openRoot({ name, uri, attributes, line }: Opened): void {
    if (name !== 'Project' || !NAMESPACE.test(uri))
      throw new UnreadableFile(`“${this.#file}” holds no REFI-QDA project.`, line)
    this.#origin = attributes.get('origin') ?? ''
  }

  readonly #openers: Readonly<Record<string, (event: Opened) => void>> = {
    __proto__: null as never,
    User: ({ attributes }) => void this.#users.set(guidIn(attributes, 'guid'), attributes.get('name') ?? ''),
    Code: ({ attributes }) => {
      const [guid, parent] = [guidIn(attributes, 'guid'), this.#codePath.at(-1) ?? null]
      this.#codes.set(guid, { name: attributes.get('name') ?? '', parent, description: '' })
      this.#codePath.push(guid)
    },
    TextSource: (event) => this.#openSource(event),
    Representation: (event) => {
      if (this.#parent === 'PDFSource') this.#openSource(event)
    },
    PlainTextSelection: (event) => this.#openSelection(event),
    Coding: ({ attributes }) => {
      this.#codingUser = guidIn(attributes, 'creatingUser')
    },
    CodeRef: ({ attributes }) => {
      if (this.#parent !== 'Coding') return
      this.#selection?.codings.push({ code: guidIn(attributes, 'targetGUID'), user: this.#codingUser })
    },
    NoteRef: ({ attributes }) => void this.#selection?.notes.push(guidIn(attributes, 'targetGUID')),
    VariableRef: ({ attributes }) => {
      this.#variable = guidIn(attributes, 'targetGUID')
    },
    Note: ({ attributes }) => {
      this.#note = guidIn(attributes, 'guid')
    },
    Link: ({ attributes }) => {
      const origin = guidIn(attributes, 'originGUID')
      const link = { name: copied(attributes.get('name') ?? ''), target: guidIn(attributes, 'targetGUID') }
      this.#links.push([origin, link])
    },
  }

  readonly #closers: Readonly<Record<string, (text: string) => void>> = {
    __proto__: null as never,
    Code: () => void this.#codePath.pop(),
    Description: (text) => {
      const code = this.#parent === 'Code' ? this.#codes.get(this.#codePath.at(-1) ?? '') : undefined
      if (code) code.description = text
      if (this.#parent === 'PlainTextSelection' && this.#selection) this.#selection.description = text
    },
    PlainTextSelection: () => {
      this.#selection = null
    },
    TextSource: () => this.#closeSource(),
    PDFSource: () => this.#closeSource(),
    PlainTextContent: (text) => {
      if (this.#parent === 'Note') this.#notes.set(this.#note, copied(text))
      if (this.#parent === 'TextSource' && this.#source) this.#source.content = text
    },
    TextValue: (text) => void this.#source?.values.set(this.#variable, text),
  }

  #openSource({ attributes, line }: Opened): void {
    const [path = null, name = ''] = ['plainTextPath', 'name'].map((key) => {
      const value = attributes.get(key)
      return value === undefined ? undefined : copied(value)
    })
    this.#source = { name, path, line, content: null, selections: [], values: new Map() }
  }

  #closeSource(): void {
    if (this.#source) this.#onSource(this.#source)
    this.#source = null
  }

  #openSelection({ attributes, line }: Opened): void {
    this.#selection = {
      guid: guidIn(attributes, 'guid'),
      start: copied(attributes.get('startPosition') ?? ''),
      end: copied(attributes.get('endPosition') ?? ''),
      user: guidIn(attributes, 'creatingUser'),
      created: attributes.get('creationDateTime'),
      updated: attributes.get('modifiedDateTime'),
      line,
      codings: [],
      notes: [],
      description: null,
    }
    this.#source?.selections.push(this.#selection)
  }
}

type Attributes = ReadonlyMap<string, string>

/** A part of a long text keeps all of it in memory; its copy does not. */
const copied = (text: string): string => ` ${text}`.slice(1)

const guidIn = (attributes: Attributes, name: string): string =>
  copied((attributes.get(name) ?? '').toUpperCase().replace(/[{}]/g, ''))
