/**
 * The names of everything that crosses between the renderer and the main process. This file holds names alone: it is
 * all that the preload script, which runs in every page, has to know.
 */
export const REQUESTS = [
  'desk:start',
  'workspace:open',
  'workspace:reveal',
  'article:read',
  'article:open',
  'article:restore',
  'article:changed-outside',
  'article:put-back',
  'versions:replace',
  'versions:list',
  'versions:compare',
  'edit:make',
  'registry:read',
  'registry:restore',
  'mentions:link',
  'scheme:read',
  'scheme:uses',
  'scheme:preview',
  'scheme:migrate',
  'scheme:export',
  'scheme:import',
  'bulk:travel',
  'bulk:cancel',
  'occurrences:find',
  'occurrences:cancel',
  'occurrences:mark',
  'history:read',
  'history:pass',
  'history:show',
  'articles:import',
  'articles:cancel-import',
  'import:run',
  'import:leave',
  'import:again',
  'import:paste',
  'import:bring-text',
  'import:encodings',
  'import:opened-files',
  'watch:read',
  'watch:choose',
  'watch:stop',
  'alike:find',
  'alike:tell-apart',
  'survey:ask',
  'survey:count',
  'dataset:export',
  'annotator:set',
  'preferences:set',
] as const

/** Asked by the preload script alone: it takes paths, and those come from the system, never from the page. */
export const PRELOAD_REQUESTS = ['articles:import-dropped'] as const

export const EVENTS = [
  'command',
  'workspace-opened',
  'articles-changed',
  'article-merged',
  'registry-merged',
  'scheme-changed',
  'bulk-progress',
  'occurrences-progress',
  'import-progress',
  'import-finished',
  'import-asks',
  'watch-imported',
  'watch-changed',
  'save-problem',
  'saved',
  'preferences-changed',
  'notice',
] as const

export type PageChannel = (typeof REQUESTS)[number]
export type RequestChannel = PageChannel | (typeof PRELOAD_REQUESTS)[number]
export type EventChannel = (typeof EVENTS)[number]
