import { type LineRule, lineRule } from './line-rule.ts'

/** What leads to other pages: menus, lists of headlines, tags. */
const LISTS =
  /^(?:latest (?:headlines|news|stories)|most (?:popular|read|viewed|shared)|trending(?: now)?|top stories|editors?[’']?s? picks|more (?:stories|news|headlines|top stories)|meistgelesen|die meistgelesenen artikel|les plus lus|lo más (?:leído|visto)|i più letti|meest gelezen)[.…:!]*$/iu
const WAYS =
  /^(?:skip to (?:main )?content|load(?:ing)? more\b.{0,20}|(?:see|view|show) (?:all|more)\b.{0,60}|back to top|jump to .{1,30}|show .{1,30} only|listen(?: to this (?:article|story|interview))?|watch live|(?:home|startseite|accueil|inicio|home ?page) ?[>›»/|] ?.{1,80}|zum (?:haupt)?inhalt(?: (?:springen|wechseln))?|newer posts?|older posts?|all news|blog archive|(?:zur|zurück zur) startseite|video ad feedback|nach oben|aller au contenu|haut de page|ir al contenido|volver arriba|vai al contenuto|latest updates)[.…:!]*$/iu
const PLACES =
  /^(?:menu|menü|follow|search|suche|home(?:page)?|startseite|accueil|inicio|log ?in|sign in|register|back|next|previous|loading|about(?: us)?|contact(?: us)?|advertise(?: with us)?|privacy(?: policy)?|terms(?: of (?:use|service))?|cookie (?:settings|policy)|site ?map|careers|help|faq|weather|obituaries|classifieds|archive|download (?:our|the) app|impressum|datenschutz|kontakt|mentions légales|aviso legal|(?:© )?imprint)[.…:!]*$/iu
const SECTIONS =
  /^(?:(?:breaking |world |top |local )?news|breaking|live|world|politics|business|opinion|exclusive|sports?|culture|politik|wirtschaft|politique|política)$/iu

export const RELATED_HEADING =
  /^(?:related(?: (?:stor(?:y|ies)|articles?|content|coverage|posts?|links?|topics|news))?|read (?:more|next|also)|see also|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: (?:for you|reading|stories))?|more (?:on this(?: story)?|(?:from|by) .{2,40}|like this)|don[’']t miss|up next|ready for more|related (?:internet|external) links|written by .{3,40}|die redaktion empfiehlt|meer over (?:dit onderwerp|.{2,30})|mehr zum thema|lesen sie (?:auch|mehr)|das könnte sie auch interessieren|auch interessant|(?:à )?lire aussi|sur le même sujet|articles (?:liés|similaires)|te puede interesar|(?:lea|lee|leer) también|noticias relacionadas|(?:leggi|vedi) anche|lees ook|læs også|läs också)[.…:! ]*$/iu
const RELATED_LINE =
  /^(?:related(?: (?:story|article|stories))?|read more|read also|see also|also read|more|mehr zum thema|lesen sie (?:auch|mehr)|(?:à )?lire aussi|(?:lea|lee) también|leggi anche|lees ook) ?[:|»] ?\S.{3,140}$/iu

const TAGS =
  /^\P{L}*(?:tags?|tagged|filed under|topics?|categor(?:y|ies)|labels?|keywords?|schlag(?:wörter|worte)|themen|mots[- ]clés|étiquettes|etiquetas|archivado en|temas|parole chiave|trefwoorden) ?: ?\S/iu
const BARE_TAGS = /^(?:Tags|TAGS|Topics|Tagged) [\p{Lu}\p{N}][^.!?:]*$/u
const HASHTAGS = /^(?:#[\p{L}\p{N}_]+[\s,]*){2,}$/u
const POSTED_IN = /^(?:posted|filed) (?:in|under) [^.!?]{2,120}$/iu

const TOPICS =
  /^(?:(?:explore )?more on (?:this|these) topics?|(?:related |article )?(?:topics|tags|keywords)|archivado en|temas|themen|schlagwörter|sujets|onderwerpen)\P{L}*$/iu
const READING_TIME =
  /^\W*(?:\d+[- ]min(?:ute)?s? read|(?:leestijd|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|reading time)\W{0,3}\d+ ?min\p{L}*\.?)\W*$/iu
const PAGE_PAIR = /^\p{Lu}[\p{L} ]{1,20} ?[|›»>] ?\p{Lu}[\p{L} ]{1,20}$/u
const RETRIEVED = /^retrieved from\b.{0,20}https?:\/\/\S+$/iu
const FREE_SITE = /^from \p{L}+, the free \p{L}+(?: \p{L}+)?$/iu

const SEPARATOR = / ?[|·•›»] ?| - /u

/** “About | Archive | Contact”: three words or more that stand apart, each no longer than a menu's. */
function isMenu(line: string): boolean {
  const items = line.split(SEPARATOR)
  return items.length >= 3 && items.every((item) => item.length > 0 && item.length <= 25) && !/\d/u.test(line)
}

const likely = { strength: 'likely' } as const
const opensList = { opensList: true }

export const PAGE_RULES: readonly LineRule[] = [
  lineRule('navigation', 'the heading of a list of other articles', LISTS, opensList),
  lineRule('navigation', 'a way to another part of the site', WAYS),
  lineRule('navigation', 'a way to the article before or after', /^←.|.→$/u),
  lineRule('navigation', 'the address of the page', RETRIEVED),
  lineRule('navigation', 'the name of the site', FREE_SITE),
  lineRule('navigation', 'an item of the site’s menu', PLACES, likely),
  lineRule('navigation', 'the name of a section', SECTIONS, likely),
  lineRule('navigation', 'a menu', isMenu, likely),
  lineRule('navigation', 'a menu', PAGE_PAIR, likely),
  lineRule('navigation', 'how long the article takes to read', READING_TIME),
  lineRule('navigation', 'an address by itself', /^(?:https?:\/\/|www\.)\S+$/iu, likely),
  lineRule('related links', 'the heading of links to related articles', RELATED_HEADING, opensList),
  lineRule('related links', 'a link to a related article', RELATED_LINE),
  lineRule('tags', 'the article’s tags', TAGS, { longest: 500 }),
  lineRule('tags', 'the heading of a list of topics', TOPICS, opensList),
  lineRule('tags', 'the article’s tags', HASHTAGS, { longest: 500 }),
  lineRule('tags', 'the article’s tags', BARE_TAGS, { ...likely, longest: 300 }),
  lineRule('tags', 'the sections in which the article stands', POSTED_IN, likely),
]
