import type { BoilerplateKind } from '#shared/domain/boilerplate.ts'
import { attributeOf, type PageElement } from './element.ts'
import { elementsIn } from './walk.ts'

/**
 * What an element says of itself that makes it a part of the page and not of the article: its tag, its role, and the
 * words of its class and id, which are named for the people who build the page. A word alone is weak evidence, so each
 * rule by words has a length beyond which it is taken for chance, or asks for an element that is mostly links.
 */
export type Furniture = {
  readonly kind: BoilerplateKind
  readonly reason: string
  /** Letters; what is longer is no such thing. */
  readonly longest: number
  /** Mostly links, too. */
  readonly isLinks?: true
}

type Rule = Furniture & { readonly pattern: RegExp }

const ANY = Number.POSITIVE_INFINITY
const NAVIGATION: Furniture = { kind: 'navigation', reason: 'the page’s navigation', longest: ANY }

/** `words` of class and id, any of which will do; with a hyphen between them several in a row. */
const named = (words: string, furniture: Furniture): Rule => ({
  ...furniture,
  pattern: new RegExp(` (?:${words.replaceAll(' ', '|').replaceAll('-', ' ')}) `),
})

const BY_NAME: readonly Rule[] = [
  named(
    'ad ads advert adverts advertisement advertising advertorial adslot adunit adsense adbox dfp gpt taboola outbrain sponsored sponsor',
    { kind: 'ad', reason: 'a place for advertisements', longest: 600 },
  ),
  named('cookie cookies consent gdpr ccpa', {
    kind: 'other',
    reason: 'a notice about cookies',
    longest: 2000,
  }),
  named('breadcrumb breadcrumbs pagination pager skip-link skip-links skiplink skip-to-content', NAVIGATION),
  named('nav navbar navigation menu submenu topbar masthead', { ...NAVIGATION, isLinks: true }),
  named('comments disqus respond comment-form comment-list commentlist', {
    ...{ kind: 'comment form', reason: 'comments of readers', longest: ANY },
  }),
  named('newsletter newsletters mailing-list email-signup sign-up-form signup subscribe subscription', {
    ...{ kind: 'newsletter', reason: 'an invitation to a newsletter', longest: 700 },
  }),
  named(
    'share sharing sharebar share-bar sharedaddy addthis addtoany social-share social-links social-media',
    {
      ...{ kind: 'share bar', reason: 'buttons for sharing', longest: 300 },
    },
  ),
  named('social socials follow', { kind: 'share bar', reason: 'links to social media', longest: 150 }),
  named('related recommended recommendations trending popular most-read mostread read-next more-stories', {
    ...{ kind: 'related links', reason: 'links to other articles', longest: 2500, isLinks: true },
  }),
  named('promo promos promotion', {
    kind: 'related links',
    reason: 'a promotion',
    longest: 400,
    isLinks: true,
  }),
  named('tags taglist tag-list tag-links keywords topics post-categories cat-links', {
    ...{ kind: 'tags', reason: 'the article’s tags', longest: 500, isLinks: true },
  }),
  named('credit credits photographer photo-credit image-credit image-source', {
    ...{ kind: 'photo credit', reason: 'a picture’s credit', longest: 160 },
  }),
  named('copyright', { kind: 'copyright', reason: 'a copyright notice', longest: 400 }),
  named('sr-only visually-hidden visuallyhidden screen-reader-text screenreader a11y-hidden', {
    ...{ kind: 'other', reason: 'words for screen readers alone', longest: 200 },
  }),
]

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
  const names = namesOf(element)
  return BY_NAME.find(({ pattern }) => pattern.test(names)) ?? null
}

/** ` post share buttons `: the words of class and id. What is said to be with or without something is not that thing. */
function namesOf(element: PageElement): string {
  const names = [attributeOf(element, 'class'), attributeOf(element, 'id')]
    .flatMap((value) => (value ?? '').slice(0, 500).split(/\s+/))
    .filter((name) => !/^(?:has|no|with|without|is|js|category|section|type|tag)[-_]/i.test(name))
  const words = names
    .join(' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
  return ` ${words.join(' ').toLowerCase()} `
}
