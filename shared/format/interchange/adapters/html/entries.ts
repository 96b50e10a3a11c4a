import { type ActPlace, fillerName, type ToldPart, toldParts, WRITTEN } from '#shared/domain/act-sentence.ts'
import { type Filler, fragmentsOf } from '#shared/domain/annotation.ts'
import { listed } from '#shared/domain/listed.ts'
import { attributesOf, linksOf, rolesOf, shownLabel } from '#shared/domain/scheme.ts'
import { shortQuoteOf } from '#shared/domain/short-quote.ts'
import { resolvedId } from '#shared/domain/united-registry.ts'
import { escaped } from './escaped.ts'
import { actorName, hueClass, isDrawn, markKey, type ShownArticle, type ShownMark } from './shown-article.ts'

/** What stands below the text: the acts told as sentences, then whom and what the other marks are. */
export function entriesHtml(shown: ShownArticle): string {
  const acts = shown.marks.filter(({ number }) => number !== null)
  const others = shown.marks.filter(({ number }) => number === null)
  const cards = acts.map((mark) => actCard(mark, shown)).join('\n')
  return [
    acts.length > 0 ? `<h3>Acts</h3>\n<ol class="cards">\n${cards}\n</ol>` : '',
    ...groupsOf(others, shown).map((group) => groupHtml(group, shown)),
  ]
    .filter(Boolean)
    .join('\n')
}

function actCard(mark: ShownMark, shown: ShownArticle): string {
  const { annotation, entry, number } = mark
  const { scheme } = shown.frame
  const told = toldParts(annotation, { scheme, text: shown.article.text }).filter(isSentence)
  const sentence = told.map((part) => partHtml(part, mark, shown)).join(' ')
  const label = shownLabel(scheme, annotation.label)
  const name = `<span class="name ${label.shape} ${hueClass(annotation.label, scheme)}">${escaped(label.title)}</span>`
  return [
    `<li class="card" id="${entry}"><p class="label"><b>${number}</b> ${name}${flagsOf(mark, shown)}</p>`,
    `<p class="told">${sentence}</p>`,
    `${detailsOf(mark, shown)}${noteOf(mark)}</li>`,
  ].join('')
}

/** Attributes stand above the sentence, all of them and with their names. */
const isSentence = ({ kind }: ToldPart): boolean => kind !== 'attribute'

function partHtml(part: ToldPart, mark: ShownMark, shown: ShownArticle): string {
  if (part.kind === 'who') return listed(part.fillers.map((filler) => fillerHtml(filler, mark, shown)))
  if (part.kind === 'quote') return linkTo(mark, quoteHtml(mark, shown), shown)
  const words = escaped(WRITTEN[part.kind](part.text))
  return part.kind === 'missing' ? `<i>${words}</i>` : words
}

/** All the marked words, on one line. */
function quoteHtml({ annotation }: ShownMark, { article: { text } }: ShownArticle): string {
  const pieces = fragmentsOf(annotation).map(({ start, end }) => text.slice(start, end))
  return `<bdi>${escaped(WRITTEN.quote(pieces.join(' … ').replace(/\s+/gu, ' ').trim()))}</bdi>`
}

/** A name that leads to where it stands in the text, if it does. */
function fillerHtml(filler: Filler, mark: ShownMark, shown: ShownArticle): string {
  const name = `<strong><bdi>${escaped(fillerName(filler, placeOf(mark, shown)))}</bdi></strong>`
  const mention = 'mention' in filler ? markOf(filler.mention, mark, shown) : undefined
  return mention ? linkTo(mention, name, shown) : name
}

const placeOf = ({ annotator }: ShownMark, { places }: ShownArticle): ActPlace =>
  places.get(annotator) as ActPlace

const markOf = (id: string, { annotator }: ShownMark, { byKey }: ShownArticle): ShownMark | undefined =>
  byKey.get(markKey(annotator, id))

const linkTo = (mark: ShownMark, html: string, { article, anchor }: ShownArticle): string =>
  `<a href="#${isDrawn(mark, article.text) ? mark.anchor : anchor}">${html}</a>`

/** What is to be known before a mark is read: how it is meant, whether it is sure, whose it is. */
function flagsOf(mark: ShownMark, shown: ShownArticle): string {
  const { annotation, annotator } = mark
  const said = attributesSaid(mark, shown).map((words) => ` <span class="said">${escaped(words)}</span>`)
  const unsure = annotation.certainty === 'unsure' ? ' <span class="flag">unsure</span>' : ''
  const by = shown.isManys ? ` <span class="by">${escaped(annotator)}</span>` : ''
  return said.join('') + unsure + by
}

function attributesSaid({ annotation }: ShownMark, { frame }: ShownArticle): readonly string[] {
  const known = attributesOf(frame.scheme, annotation.label)
  const titleOf = (id: string): string => known.find((one) => one.id === id)?.title ?? id
  return Object.entries(annotation.attributes).map(([id, value]) => `${titleOf(id)}: ${value}`)
}

const noteOf = ({ annotation: { note } }: ShownMark): string =>
  note === undefined ? '' : `<p class="note">${escaped(note)}</p>`

/** All that is said of a mark and is not in its sentence. */
function detailsOf(mark: ShownMark, shown: ShownArticle): string {
  const said = [
    ...otherRoles(mark, shown),
    ...linkDetails(mark, shown),
    ...(mark.number === null ? [] : meantDetails(mark, shown)),
  ]
  if (said.length === 0) return ''
  const rows = said.map(({ name, html }) => `<div><dt>${escaped(name)}</dt><dd>${html}</dd></div>`)
  return `<dl>${rows.join('')}</dl>`
}

type Detail = { readonly name: string; readonly html: string }

/** Roles that the scheme has no place for in the sentence. */
function otherRoles(mark: ShownMark, shown: ShownArticle): readonly Detail[] {
  const told = rolesOf(shown.frame.scheme, mark.annotation.label)
  return Object.entries(mark.annotation.roles)
    .filter(([role]) => !told.some(({ id }) => id === role))
    .map(([role, fillers]) => ({
      name: role,
      html: listed(fillers.map((filler) => fillerHtml(filler, mark, shown))),
    }))
}

function linkDetails(mark: ShownMark, shown: ShownArticle): readonly Detail[] {
  const known = linksOf(shown.frame.scheme, mark.annotation.label)
  return (mark.annotation.links ?? []).flatMap(({ kind, to }) => {
    const other = markOf(to, mark, shown)
    if (!other) return []
    const words = `${other.number ?? ''} “${shortQuoteOf(shown.article.text, other.annotation)}”`.trim()
    const name = known.find(({ id }) => id === kind)?.title ?? kind
    return [{ name, html: `<a href="#${other.entry}">${escaped(words)}</a>` }]
  })
}

function meantDetails({ annotation }: ShownMark, { frame }: ShownArticle): readonly Detail[] {
  const name = actorName(annotation.actor, frame)
  return name === null ? [] : [{ name: 'Means', html: escaped(name) }]
}

/** Marks of one label. */
type Group = { readonly label: string; readonly marks: readonly ShownMark[] }

function groupsOf(marks: readonly ShownMark[], { frame }: ShownArticle): readonly Group[] {
  const labels = frame.scheme.labels.map(({ id }) => id)
  const rank = (label: string) => (labels.includes(label) ? labels.indexOf(label) : labels.length)
  const found = [...new Set(marks.map(({ annotation }) => annotation.label))]
  return found
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((label) => ({ label, marks: marks.filter(({ annotation }) => annotation.label === label) }))
}

/** Those who mean the same actor under its name, by name; then those of whom nobody has said whom they mean. */
function groupHtml({ label, marks }: Group, shown: ShownArticle): string {
  const { scheme } = shown.frame
  const byName = new Map<string | null, ShownMark[]>()
  for (const mark of marks) {
    const name = actorName(mark.annotation.actor, shown.frame)
    const same = byName.get(name)
    if (same) same.push(mark)
    else byName.set(name, [mark])
  }
  const rows = [...byName]
    .sort(([a], [b]) => Number(a === null) - Number(b === null) || ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([name, some]) => meantHtml(name, some, shown))
  const { title, shape } = shownLabel(scheme, label)
  const heading = `<h3><span class="name ${shape} ${hueClass(label, scheme)}">${escaped(title)}</span></h3>`
  return `${heading}\n<ul class="meant">\n${rows.join('\n')}\n</ul>`
}

function meantHtml(name: string | null, marks: readonly ShownMark[], shown: ShownArticle): string {
  const mentions = marks.map((mark) => mentionHtml(mark, shown)).join('')
  const type = typeOf(marks, shown)
  const head =
    name === null
      ? '<span class="nobody">Not linked yet</span>'
      : `<strong>${escaped(name)}</strong>${type && ` <span class="type">${escaped(type)}</span>`}`
  return `<li>${head}<ul>${mentions}</ul></li>`
}

/** What the actor that they mean is, if that is known. */
function typeOf([first]: readonly ShownMark[], { frame: { union } }: ShownArticle): string {
  return union.actors.get(resolvedId(union, first?.annotation.actor ?? ''))?.type ?? ''
}

function mentionHtml(mark: ShownMark, shown: ShownArticle): string {
  const { entry } = mark
  return `<li id="${entry}">${linkTo(mark, quoteHtml(mark, shown), shown)}${flagsOf(mark, shown)}${detailsOf(mark, shown)}${noteOf(mark)}</li>`
}
