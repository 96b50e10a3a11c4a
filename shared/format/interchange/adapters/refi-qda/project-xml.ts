import { codePointMap } from '#shared/domain/code-points.ts'
import { shortQuote } from '#shared/domain/short-quote.ts'
import type { AnnotationObject } from '../../../annotation-object.ts'
import type { DatasetArticle } from '../../../dataset.ts'
import type { ExportSource } from '../../adapter.ts'
import { elementText, isHoldable, XML_DECLARATION, xmlElement, xmlStart } from '../xml-out.ts'
import { Codebook } from './codebook.ts'
import { guidOf, VARIABLES, variableGuid, WELL_KNOWN } from './guid.ts'
import type { UsedNames } from './used-names.ts'

/**
 * A project's XML. Its schema wants all sources before all notes and all notes before all links, so the articles are gone
 * through for each of these, and one of them is held at a time. Positions are code points from the text's beginning, the
 * end is not marked any more; line ends count as the text has them.
 */
export async function* projectXml(source: ExportSource, used: UsedNames): AsyncGenerator<string> {
  const { workspace, tool } = source.frame
  const writer = new ProjectWriter(workspace.id)
  const name = isHoldable(workspace.name) ? workspace.name : workspace.id
  const facts = { name, origin: `${tool.name} ${tool.version}`, xmlns: NAMESPACE }
  yield `${XML_DECLARATION}${xmlStart('Project', facts)}\n`
  if (used.annotators.size > 0) yield `${xmlElement('Users', {}, writer.users(used))}\n`
  yield `${writer.codebook.xml(source.frame, used)}\n${variables()}\n`
  if (used.articles > 0) yield* section('Sources', source, (article) => writer.source(article))
  if (used.hasNotes) yield* section('Notes', source, (article) => writer.notes(article))
  if (used.hasLinks) yield* section('Links', source, (article) => writer.links(article))
  yield '</Project>\n'
}

const NAMESPACE = 'urn:QDA-XML:project:1.0'

async function* section(
  name: string,
  { articles }: ExportSource,
  written: (article: DatasetArticle) => Iterable<string>,
): AsyncGenerator<string> {
  yield `<${name}>\n`
  for await (const article of articles()) for (const line of written(article)) yield `${line}\n`
  yield `</${name}>\n`
}

function variables(): string {
  const all = VARIABLES.map((name) =>
    xmlElement('Variable', { guid: variableGuid(name), name, typeOfVariable: 'Text' }),
  )
  return xmlElement('Variables', {}, all.join(''))
}

/** Of an article's source, which is its text's name as well. */
export const sourceGuid = (workspace: string, article: string): string =>
  guidOf(workspace, 'article', article)

class ProjectWriter {
  readonly codebook: Codebook
  readonly #workspace: string

  constructor(workspace: string) {
    this.#workspace = workspace
    this.codebook = new Codebook(workspace)
  }

  users({ annotators }: UsedNames): string {
    return [...annotators].map((name) => xmlElement('User', { guid: this.#user(name), name })).join('')
  }

  *source(article: DatasetArticle): Generator<string> {
    const guid = sourceGuid(this.#workspace, article.id)
    const place = { plainTextPath: `internal://${guid}.txt` }
    yield xmlStart('TextSource', { guid, name: article.title, ...place })
    const { toUtf16 } = codePointMap(article.text)
    for (const mark of article.annotations) {
      const quote = shortQuote(article.text, { start: toUtf16(mark.start), end: toUtf16(mark.end) })
      yield this.#selection(article, mark, isHoldable(quote) ? quote : undefined)
    }
    const facts = { ...article, articleId: article.id }
    for (const name of VARIABLES) {
      const value = facts[name]
      if (value !== null) yield variableValue(variableGuid(name), value)
    }
    yield '</TextSource>'
  }

  #selection(article: DatasetArticle, mark: AnnotationObject, name: string | undefined): string {
    const { created, updated, start, end, note } = mark
    const by = { creatingUser: this.#user(mark.annotator), creationDateTime: created }
    const guid = this.#mark(article, mark.annotator, mark.id)
    const codings = this.#codesOf(mark).map((code) => {
      const ref = xmlElement('CodeRef', { targetGUID: code })
      return xmlElement('Coding', { guid: guidOf(guid, code), ...by }, ref)
    })
    const notes = note === undefined ? '' : xmlElement('NoteRef', { targetGUID: guidOf(guid, 'note') })
    const place = { name, startPosition: start, endPosition: end }
    const changed = { modifyingUser: by.creatingUser, modifiedDateTime: updated }
    return xmlElement('PlainTextSelection', { guid, ...place, ...by, ...changed }, codings.join('') + notes)
  }

  #codesOf({ label, attributes, certainty, actor }: AnnotationObject): readonly string[] {
    const values = Object.entries(attributes).map(([id, value]) => this.codebook.value(id, value))
    return [
      this.codebook.label(label),
      ...values,
      ...(certainty === 'unsure' ? [WELL_KNOWN.unsure] : []),
      ...(actor === undefined ? [] : [this.codebook.actor(actor)]),
    ]
  }

  *notes(article: DatasetArticle): Generator<string> {
    for (const { id, annotator, note, created } of article.annotations) {
      if (note === undefined) continue
      const guid = guidOf(this.#mark(article, annotator, id), 'note')
      const by = { creatingUser: this.#user(annotator), creationDateTime: created }
      yield xmlElement('Note', { guid, ...by }, xmlElement('PlainTextContent', {}, elementText(note)))
    }
  }

  /** Roles and links alike; a role's filler is a mark, or the code of an actor or a constant. */
  *links(article: DatasetArticle): Generator<string> {
    for (const { id, annotator, roles, links = [] } of article.annotations) {
      const origin = this.#mark(article, annotator, id)
      const target = (to: string): string => this.#mark(article, annotator, to)
      const filled = Object.entries(roles).flatMap(([role, fillers]) =>
        fillers.map((filler) => ({ name: `role: ${role}`, to: this.#fillerGuid(filler, target) })),
      )
      const tied = links.map(({ kind, to }) => ({ name: `link: ${kind}`, to: target(to) }))
      for (const { name, to } of [...filled, ...tied]) {
        const guid = guidOf(origin, name, to)
        yield xmlElement('Link', { guid, name, direction: 'OneWay', originGUID: origin, targetGUID: to })
      }
    }
  }

  #fillerGuid(filler: AnnotationObject['roles'][string][number], target: (id: string) => string): string {
    if ('mention' in filler) return target(filler.mention)
    return 'actor' in filler ? this.codebook.actor(filler.actor) : WELL_KNOWN[filler.constant]
  }

  readonly #user = (name: string): string => guidOf(this.#workspace, 'user', name)

  #mark({ id: article }: DatasetArticle, annotator: string, id: string): string {
    return guidOf(this.#workspace, 'mark', article, annotator, id)
  }
}

function variableValue(variable: string, value: string): string {
  const ref = xmlElement('VariableRef', { targetGUID: variable })
  return xmlElement('VariableValue', {}, ref + xmlElement('TextValue', {}, elementText(value)))
}
