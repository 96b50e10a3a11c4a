import type { BoilerplateKind } from '#shared/domain/boilerplate.ts'

/**
 * Parts of pages by the words of their classes and ids, which are named for the people who build the page. A word alone
 * is weak evidence, so each kind has a length beyond which it is taken for chance, or asks for mostly links.
 */
export type Furniture = {
  readonly kind: BoilerplateKind
  readonly reason: string
  /** Letters; what is longer is no such thing. */
  readonly longest: number
  /** Mostly links, too. */
  readonly isLinks?: true
}

const ANY = Number.POSITIVE_INFINITY

type Row = readonly [BoilerplateKind, reason: string, longest: number, names: string, isLinks?: true]

const ROWS: readonly Row[] = [
  [
    'ad',
    'a place for advertisements',
    600,
    'ad ads advert adverts advertisement advertising advertorial adslot adunit adsense adbox dfp gpt taboola outbrain sponsored sponsor',
  ],
  ['other', 'a notice about cookies', 2000, 'cookie cookies consent gdpr ccpa'],
  [
    'navigation',
    'the page’s navigation',
    ANY,
    'breadcrumb breadcrumbs pagination pager skip-link skip-links skiplink',
  ],
  ['navigation', 'the page’s navigation', ANY, 'nav navbar navigation menu submenu topbar masthead', true],
  [
    'comment form',
    'comments of readers',
    ANY,
    'comments disqus respond comment-form comment-list commentlist',
  ],
  [
    'newsletter',
    'an invitation to a newsletter',
    700,
    'newsletter newsletters mailing-list email-signup signup subscribe subscription',
  ],
  ['share bar', 'buttons for sharing', 300, 'share sharing sharebar sharedaddy addthis addtoany'],
  ['share bar', 'links to social media', 150, 'social socials follow'],
  [
    'related links',
    'links to other articles',
    2500,
    'related recommended recommendations trending popular most-read mostread read-next more-stories',
    true,
  ],
  ['related links', 'a promotion', 400, 'promo promos promotion', true],
  [
    'tags',
    'the article’s tags',
    500,
    'tags taglist tag-list tag-links keywords topics post-categories cat-links',
    true,
  ],
  ['photo credit', 'a picture’s credit', 160, 'credit credits photographer photo-credit image-source'],
  ['copyright', 'a copyright notice', 400, 'copyright'],
  [
    'other',
    'words for screen readers alone',
    200,
    'sr-only visually-hidden visuallyhidden screen-reader-text screenreader a11y-hidden',
  ],
]

const RULES = ROWS.map(([kind, reason, longest, names, isLinks]) => ({
  furniture: { kind, reason, longest, ...(isLinks && { isLinks }) } satisfies Furniture,
  pattern: new RegExp(` (?:${names.replaceAll(' ', '|').replaceAll('-', ' ')}) `),
}))

/** With or without something is not that thing, and what an article is about is not what it is. */
const ABOUT = /^(?:has|no|with|without|is|js|category|section|type|tag|topic)[-_]/i

/** @param names classes and ids, and the tag where it is one of the page's own. */
export function furnitureNamed(names: readonly string[]): Furniture | null {
  const telling = names.filter((name) => !ABOUT.test(name)).join(' ')
  const words = telling.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[^\p{L}\p{N}]+/u)
  const line = ` ${words.join(' ').toLowerCase()} `
  return RULES.find(({ pattern }) => pattern.test(line))?.furniture ?? null
}
