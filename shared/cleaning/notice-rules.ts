import { type LineRule, lineRule } from './line-rule.ts'

/** What publishers put around their texts: rights, citations, release marks, page numbers. */
const NOTICE = 700

const RIGHTS: readonly RegExp[] = [
  /^(?:©|\(c\) ?(?:\d{4}|copyright)|copyright (?:©|\(c\)|\d{4}|by )).{0,400}$/iu,
  /(?:^|[.|·,–—-] ?|© ?)(?:all rights reserved|alle rechte vorbehalten|tous droits (?:de reproduction .{0,40})?réservés|todos los derechos reservados|tutti i diritti riservati|riproduzione riservata|alle rechten voorbehouden)\W*(?:$|[.|·©,–—-] ?.{0,120}$)/iu,
  /^this (?:document|article|content|material|report|work) is (?:subject to|protected by) copyright\b/iu,
  /^(?:this (?:material|article|content|report|document)|no part of (?:this|the) \p{L}+) may (?:not )?be (?:re|sold|published|copied|used|broadcast)/iu,
]
const MAYBE_RIGHTS =
  /\b(?:permission|reproduc\p{L}+|redistribut\p{L}+|copyright|licen[sc]ed?|reposted)\b.{0,200}\b(?:agency|publisher|owners?|authors?|prohibited|required|needed|consent|written|use|form)\b/iu

export const CITATION = /^(?:citation|cite this(?: article)?)\b.{2,400}\bhttps?:\/\/\S+/iu
const RELEASE =
  /^(?:(?:for immediate|press|media) release|(?:under |strictly )?embargo(?:ed)?:? .{3,60}|ends|[-–— ]+ends?[-–— ]+|-30-|# ?# ?#)[:.]?$/iu
const CONTACT =
  /^(?:(?:media|press) (?:contacts?|enquiries|inquiries|office)|notes? to editors?|for (?:more|further) information(?:,? (?:please )?(?:contact|visit))?|pressekontakt|contact(?:o)? (?:presse|de prensa))[.: ]*$/iu
const REACHED =
  /^(?:(?:tel|telephone|phone|mobile|fax|e-?mail)\.?: ?\S.{2,60}|\S+@\S+\.\S+|\+\d[\d ()-]{6,20})$/iu
const VIEWS = /^(?:the )?(?:views|opinions)(?: and opinions)? expressed (?:here|in this|by|are)\b.{0,200}$/iu
const ORIGIN =
  /^this (?:article|story|post) (?:was )?(?:originally|first) (?:published|appeared)\b.{0,160}$/iu
const IN_PRINT = /^a version of this (?:article|story) (?:appears|appeared|ran) in (?:the )?print\b/iu
const REUSE =
  /^(?:reuse this content|réutiliser ce contenu|terms ?[·∙|] ?.{3,40}|privacy ?[·∙|] ?.{3,60}|(?:order )?reprints|rights (?:and|&) permissions)$/iu
const EXTERNAL = /\bnot responsible for the content of external (?:web)?sites\b/iu
const STANDARDS = /^our standards:.{3,80}$/iu
const OFFICIAL = /^an official (?:web)?site of .{3,80}$/iu
const COOKIES = /^(?:we use cookies|(?:this|our) (?:web)?site uses cookies)\b.{0,300}$/iu

export const PAGE_NUMBER =
  /^(?:page|seite|página|pagina|p\.) ?\d{1,4}(?: ?(?:of|von|de|sur|di|\/) ?\d{1,4})?$/iu

const anyOf =
  (patterns: readonly RegExp[]) =>
  (line: string): boolean =>
    patterns.some((pattern) => pattern.test(line))
const ofText = (rule: LineRule, pattern: RegExp): LineRule => ({
  ...rule,
  matches: ({ text }) => pattern.test(text),
})
const likely = { strength: 'likely' } as const

export const NOTICE_RULES: readonly LineRule[] = [
  lineRule('copyright', 'a notice of rights', anyOf(RIGHTS), { longest: NOTICE }),
  lineRule('copyright', 'a notice of rights', MAYBE_RIGHTS, { ...likely, longest: NOTICE }),
  lineRule('copyright', 'the maker of the site', /^(?:proudly )?powered by .{2,40}$/iu, likely),
  lineRule('other', 'a citation of the page', CITATION, { longest: NOTICE }),
  ofText(lineRule('other', 'a mark of press releases', RELEASE), RELEASE),
  lineRule('other', 'the heading of contact details', CONTACT, { opensList: true }),
  lineRule('other', 'contact details', REACHED, likely),
  lineRule('other', 'a disclaimer', VIEWS, { longest: 300 }),
  lineRule('other', 'a note on where the article comes from', ORIGIN, { longest: 300 }),
  lineRule('other', 'a note on where the article comes from', IN_PRINT, { longest: 500 }),
  lineRule('other', 'a disclaimer', EXTERNAL),
  lineRule('other', 'what the publisher says of itself', STANDARDS),
  lineRule('other', 'what the publisher says of itself', OFFICIAL),
  lineRule('copyright', 'a way to rights in the text', REUSE, likely),
  lineRule('other', 'a notice of cookies', COOKIES, { longest: 400 }),
  lineRule('other', 'a page number', PAGE_NUMBER),
  ofText(lineRule('other', 'a rule between parts of the page', /^/u, likely), /^(?:[-–—_=*•.] ?){3,}$/u),
]
