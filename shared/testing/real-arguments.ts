import { ACA_1 } from '../domain/aca-1.ts'
import { newActor } from '../domain/actor.ts'
import type { Annotation } from '../domain/annotation.ts'
import type { Change } from '../domain/edit.ts'
import type { Sought } from '../domain/occurrences.ts'
import type { Comment, Judgement } from '../domain/review.ts'
import { type ExportSettings, everythingAs } from '../format/export-settings.ts'
import type { BulkRule } from '../ipc/adjudication.ts'
import type { RequestChannel } from '../ipc/channels.ts'
import type { Requests } from '../ipc/contract.ts'
import { mark, marking, now } from './samples.ts'

/** An annotation of which all is said that can be. */
export const wholeAnnotation: Annotation = {
  ...mark('a', 2, 9),
  fragments: [
    { start: 2, end: 4 },
    { start: 6, end: 9 },
  ],
  roles: { target: [{ mention: 'b' }, { constant: 'author' }] },
  attributes: { polarity: 'denied' },
  links: [{ kind: 'same-as', to: 'c' }],
  note: 'Who?',
}

const someJudgement: Judgement = {
  id: 'j',
  about: [{ annotator: 'Ana', id: 'a', as: wholeAnnotation }],
  outcome: 'changed',
  proposal: mark('a', 2, 4),
  made: ['g'],
  reason: 'Too long.',
  by: 'Bo',
  created: now,
}

const someComment: Comment = {
  id: 'c',
  about: { annotator: 'Ana', id: null },
  kind: 'said',
  text: 'Well done.',
  by: 'Bo',
  created: now,
}

const everyChange: readonly Change[] = [
  ...marking(wholeAnnotation).changes,
  ...marking(mark('a', 0, 5), wholeAnnotation).changes,
  { kind: 'status', before: 'new', after: 'done' },
  { kind: 'notes', before: '', after: 'Checked.' },
  { kind: 'corrections', before: {}, after: { title: 'Truce holds' } },
  { kind: 'actor', id: 'norland', before: null, after: newActor({ id: 'norland', name: 'Norland', now }) },
  { kind: 'skips', before: [], after: ['us'] },
  { kind: 'scheme', before: ACA_1, after: { ...ACA_1, title: 'Ours' } },
  { kind: 'judgement', id: 'j', before: null, after: someJudgement },
  { kind: 'comment', id: 'c', before: null, after: someComment },
  { kind: 'sight', before: 'layer', after: 'blind' },
  { kind: 'assignment', id: 'truce-holds-0a1b2c3d', before: null, after: ['Ana', 'Bo'] },
]

const sought: Sought = {
  label: 'actor',
  actor: null,
  by: 'a-mark',
  forms: ['Norland', 'the Norland government'],
  namesakes: ['Norland'],
  skips: ['us'],
}

const someSettings: ExportSettings = {
  ...everythingAs('conll'),
  annotators: ['Ada'],
  labels: ['actor'],
  statuses: ['done'],
  articles: ['ferries-0a1b2c3d'],
  isSureOnly: true,
  text: 'main',
  rule: 'label',
  precedence: ['actor', 'commitment'],
  onLoss: 'fail',
  options: { scheme: 'BILOU' },
}

const someRule: BulkRule = { kinds: ['same'], labels: null, take: { kind: 'majority' }, articles: null }

/** Arguments as the renderer sends them. */
export const REAL_ARGUMENTS: { readonly [C in RequestChannel]: readonly Requests[C]['args'][] } = {
  'desk:start': [[]],
  'workspace:open': [
    [{ kind: 'existing' }],
    [{ kind: 'new' }],
    [{ kind: 'sample' }],
    [{ kind: 'recent', index: 0 }],
    [{ kind: 'adopt' }],
    [{ kind: 'again' }],
  ],
  'workspace:reveal': [[]],
  'article:read': [['truce-holds-0a1b2c3d']],
  'article:open': [['truce-holds-0a1b2c3d']],
  'edit:make': [
    ['truce-holds-0a1b2c3d', { name: 'Change', changes: everyChange }, { kind: 'do' }],
    ['truce-holds-0a1b2c3d', { name: 'Type', changes: [] }, { kind: 'do', typing: 'the note' }],
    ['truce-holds-0a1b2c3d', { name: 'Change', changes: [] }, { kind: 'undo' }],
    ['truce-holds-0a1b2c3d', { name: 'Change', changes: [] }, { kind: 'redo' }],
  ],
  'registry:read': [[]],
  'cleaning:read': [[]],
  'registry:restore': [['last-good'], ['empty']],
  'mentions:link': [
    [
      { name: 'Link', changes: [] },
      [
        {
          articleId: 'truce-holds-0a1b2c3d',
          links: [
            { id: 'm1', actor: 'norland' },
            { id: 'm2', actor: null },
          ],
        },
      ],
    ],
    [{ name: 'Unlink', changes: [] }, []],
  ],
  'scheme:read': [[]],
  'scheme:uses': [[]],
  'scheme:preview': [
    [{ kind: 'label', from: 'denial', to: 'accusation' }],
    [{ kind: 'value', attribute: 'polarity', from: 'denied', to: null }],
  ],
  'scheme:migrate': [[{ kind: 'link', from: 'same-as', to: null }]],
  'scheme:export': [[]],
  'scheme:import': [[]],
  'bulk:travel': [['undo'], ['redo']],
  'bulk:cancel': [[]],
  'occurrences:find': [[sought], [{ ...sought, actor: 'norland' }]],
  'occurrences:cancel': [[]],
  'occurrences:mark': [
    [sought, []],
    [sought, [{ articleId: 'truce-holds-0a1b2c3d', starts: [0, 12] }]],
  ],
  'history:read': [[]],
  'history:pass': [['undo'], ['redo']],
  'history:show': [[{ undo: 'Mark as Actor', redo: null }]],
  'article:restore': [
    ['truce-holds-0a1b2c3d', 'last-good'],
    ['truce-holds-0a1b2c3d', 'empty'],
  ],
  'article:changed-outside': [['a-1234']],
  'article:put-back': [['a-1234']],
  'versions:replace': [
    ['a-1234', { kind: 'article', id: 'b-5678' }],
    ['a-1234', { kind: 'file' }],
    ['a-1234', { kind: 'encoding', encoding: 'windows-1251' }],
    ['a-1234', { kind: 'outside' }],
  ],
  'versions:list': [[]],
  'versions:compare': [['b-5678']],
  'articles:import': [['files'], ['folder']],
  'articles:import-dropped': [[[]], [['/home/ana/Truce holds.txt']]],
  'articles:cancel-import': [[]],
  'import:resumable': [[]],
  'import:resume': [[]],
  'import:forget': [[]],
  'import:run': [
    [
      0,
      [
        { mapping: { text: 'body', metadata: { title: 'headline', url: 'link' } }, isRemembered: true },
        { mapping: null, isRemembered: false },
      ],
    ],
  ],
  'import:remembered-tables': [[]],
  'import:forget-tables': [[]],
  'import:again': [[[0, 7]]],
  'import:paste': [[]],
  'import:bring-text': [[{ html: '<p>Truce holds</p>', text: 'Truce holds' }], [{ html: null, text: '' }]],
  'import:encodings': [['truce-holds-0a1b2c3d']],
  'import:opened-files': [[]],
  'watch:read': [[]],
  'watch:choose': [[]],
  'watch:stop': [[]],
  'alike:find': [[]],
  'alike:tell-apart': [['truce-holds-0a1b2c3d', 'truce-ends-1a1b2c3d', true]],
  'survey:ask': [
    [{ kind: 'unsure' }],
    [{ kind: 'hints' }],
    [{ kind: 'hints', only: 'dangling' }],
    [{ kind: 'mentions', actors: null }],
    [{ kind: 'mentions', actors: ['norland'] }],
    [{ kind: 'acts', actors: ['norland', 'the-north'] }],
  ],
  'survey:count': [[{}], [{ northland: 'norland' }]],
  'dataset:export': [['full'], ['main']],
  'team:read': [[]],
  'team:progress': [[]],
  'annotator:switch': [['Bo']],
  'article:marks': [
    ['truce-holds-0a1b2c3d', 'reviews'],
    ['truce-holds-0a1b2c3d', 'all'],
  ],
  'review:edit': [['truce-holds-0a1b2c3d', 'gold', { name: 'Take', changes: everyChange }]],
  'agreement:measure': [[{ annotators: null, seed: 1 }], [{ annotators: ['Ana', 'Bo'], seed: 0 }]],
  'agreement:cancel': [[]],
  'adjudication:list': [[null], [['Ana', 'Bo']]],
  'adjudication:preview': [[null, someRule]],
  'adjudication:apply': [
    [['Ana', 'Bo'], { ...someRule, labels: ['actor'], take: { kind: 'annotator', name: 'Ana' } }],
  ],
  'reviewing:list': [['Ana']],
  'reviewing:waiting': [['Ana']],
  'reviewing:summary': [['Ana']],
  'review-file:make': [
    [{ annotators: ['Ana'], articles: null, doneOnly: false }],
    [{ annotators: ['Ana', 'Bo'], articles: ['truce-holds-0a1b2c3d'], doneOnly: false }],
  ],
  'review-file:choose': [[]],
  'review-file:take': [['Cy']],
  'merge:choose': [['file'], ['folder']],
  'merge:take': [[{ names: { Bo: 'Bo', Ana: 'Ana 2' } }]],
  'merge:cancel': [[]],
  'quality:read': [[]],
  'quality:save': [[]],
  'annotator:set': [['Ana Ruiz']],
  'export:choices': [[]],
  'export:preview': [[everythingAs('spacy')]],
  'export:run': [[someSettings]],
  'export:cancel': [[]],
  'preset:save': [[{ name: 'For the model', settings: someSettings }]],
  'preset:remove': [['for-the-model']],
  'annotations:choose': [['file'], ['folder']],
  'annotations:read-as': [['brat']],
  'annotations:cancel': [[]],
  'annotations:take': [
    [
      {
        labels: { PER: 'actor', ORG: null },
        as: { kind: 'me' },
        from: null,
        takesTexts: true,
        isPartial: false,
      },
    ],
    [
      {
        labels: {},
        as: { kind: 'annotator', name: 'Ada' },
        from: ['Bo'],
        takesTexts: false,
        isPartial: true,
      },
    ],
    [{ labels: {}, as: { kind: 'suggestions' }, from: null, takesTexts: false, isPartial: true }],
  ],
  'preferences:set': [
    [{}],
    [
      {
        theme: 'dark',
        textSize: 18.5,
        places: { 'truce-holds-0a1b2c3d': 12 },
        panes: { articles: 280, inspector: 320 },
      },
    ],
    [{ guidelineBeside: true }],
    [{ keys: { 'select.widen': ['CmdOrCtrl+Shift+W', 'Ж'], 'mark.promise': [] } }],
  ],
}
