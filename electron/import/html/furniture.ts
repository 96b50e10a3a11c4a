import { attributeOf, type PageElement, parentOf } from './element.ts'
import { type Furniture, furnitureNamed } from './furniture-names.ts'
import { elementsIn } from './walk.ts'

/**
 * What an element says of itself that makes it a part of the page and not of the article: its tag, its role, what is in
 * it to fill in, and its names.
 */

const ANY = Number.POSITIVE_INFINITY
const NAVIGATION: Furniture = { kind: 'navigation', reason: 'the page’s navigation', longest: ANY }
const PICTURE_CREDIT: Furniture = { kind: 'photo credit', reason: 'a picture’s credit', longest: 160 }

const BY_ROLE: Readonly<Record<string, Furniture>> = {
  navigation: NAVIGATION,
  menu: NAVIGATION,
  menubar: NAVIGATION,
  search: { kind: 'navigation', reason: 'a search field', longest: 300 },
  banner: { kind: 'navigation', reason: 'the page’s header', longest: 2000 },
  contentinfo: { kind: 'navigation', reason: 'the page’s footer', longest: ANY },
  complementary: { kind: 'related links', reason: 'beside the article', longest: ANY, isLinks: true },
  dialog: { kind: 'other', reason: 'a window over the page', longest: 3000 },
  alertdialog: { kind: 'other', reason: 'a window over the page', longest: 3000 },
}
const ROLES: Readonly<Record<string, string>> = {
  nav: 'navigation',
  aside: 'complementary',
  dialog: 'dialog',
}

/** Never furniture by their names: a section of the site, `category-comment` say, is often named in them. */
const WHOLES = new Set('html body main article h1 h2 h3 h4 h5 h6 table tbody tr'.split(' '))
const HEADINGS = /^h[1-6]$/

/** Null where nothing speaks against the element. `isInArticle` is asked for what headers and footers belong to. */
export function furnitureOf(element: PageElement, isInArticle: () => boolean): Furniture | null {
  return byRole(element, isInArticle) ?? byControl(element) ?? byName(element)
}

function byRole(element: PageElement, isInArticle: () => boolean): Furniture | null {
  const role = attributeOf(element, 'role')?.trim().toLowerCase() ?? ROLES[element.tagName] ?? ''
  const known = Object.hasOwn(BY_ROLE, role) ? BY_ROLE[role] : undefined
  if (known) return known
  if (element.tagName !== 'header' && element.tagName !== 'footer') return null
  return isInArticle() ? null : (BY_ROLE[element.tagName === 'header' ? 'banner' : 'contentinfo'] ?? null)
}

function byControl(element: PageElement): Furniture | null {
  if (element.tagName === 'button') {
    const isHeading = HEADINGS.test(element.parentNode?.nodeName ?? '')
    return isHeading ? null : { kind: 'other', reason: 'a button', longest: 80 }
  }
  return element.tagName === 'form' ? form(element) : null
}

/** What a form is for, by its fields. One around the whole page is no form to a reader. */
function form(element: PageElement): Furniture | null {
  const fields = elementsIn(element, ({ tagName }) => tagName === 'input' || tagName === 'textarea')
  const types = new Set(fields.map((field) => attributeOf(field, 'type')?.toLowerCase() ?? field.tagName))
  if (types.has('textarea')) return { kind: 'comment form', reason: 'a form to write in', longest: 500 }
  if (types.has('email')) return { kind: 'newsletter', reason: 'a form for an address', longest: 600 }
  if (types.has('search')) return { kind: 'navigation', reason: 'a search field', longest: 200 }
  return null
}

function byName(element: PageElement): Furniture | null {
  if (WHOLES.has(element.tagName)) return null
  const furniture = furnitureNamed(namesOf(element))
  return furniture?.kind === 'copyright' && isInFigure(element) ? PICTURE_CREDIT : furniture
}

function isInFigure(element: PageElement): boolean {
  for (let one = parentOf(element); one; one = parentOf(one)) if (one.tagName === 'figure') return true
  return false
}

const LONGEST_NAMES = 500

/** A custom element, `amp-ad` say, is named like a class. */
function namesOf({ tagName, attrs }: PageElement): readonly string[] {
  const values = attrs.flatMap(({ name, value }) => (name === 'class' || name === 'id' ? [value] : []))
  const names = values.flatMap((value) => value.slice(0, LONGEST_NAMES).split(/\s+/))
  return tagName.includes('-') ? [tagName, ...names] : names
}
