import { EncodingsSheet } from '../features/collect/encodings-sheet.tsx'
import { ImportedFiles } from '../features/collect/imported-files.tsx'
import { TablesSheet } from '../features/collect/tables-sheet.tsx'
import { GuidelinesPage } from '../features/guidelines/guidelines-page.tsx'
import { BoilerplateKinds } from '../features/labelling/boilerplate-kinds.tsx'
import { OccurrencesSheet } from '../features/occurrences/occurrences-sheet.tsx'
import { MigrationForm } from '../features/scheme/migration-form.tsx'
import { SchemeImport } from '../features/scheme/scheme-import.tsx'
import { NameForm } from '../features/welcome/name-bar.tsx'
import { leaveTables } from '../state/bringing.ts'
import { showSheet, useDesk } from '../state/desk.ts'
import type { Sheet } from '../state/sheet.ts'
import { Dialog } from '../ui/dialog.tsx'
import { closeSheet } from './close-sheet.ts'
import { EarlierArticle } from './earlier-article.tsx'
import { GoToArticle } from './go-to-article.tsx'
import { KeyboardSheet } from './keyboard-sheet.tsx'
import { Palette } from './palette.tsx'
import css from './sheets.module.css'

const TITLES: { readonly [Kind in Sheet['kind']]: string } = {
  keys: 'Keyboard',
  commands: 'Command palette',
  'go-to-article': 'Go to article',
  'earlier-article': 'A newer version of which article?',
  about: 'About Glosswright',
  guidelines: 'Guidelines',
  name: 'Your name',
  boilerplate: 'Boilerplate of which kind?',
  occurrences: 'Mark all occurrences',
  import: 'What was imported',
  tables: 'What are these columns?',
  encodings: 'Read in another encoding',
  migration: 'Change the scheme',
  'scheme-import': 'Import a scheme',
}

const BARE: ReadonlySet<Sheet['kind']> = new Set(['commands', 'go-to-article', 'earlier-article'])
const WIDE: ReadonlySet<Sheet['kind']> = new Set(['occurrences', 'tables', 'encodings'])

/** What lies over the desk, one at a time. */
export function Sheets() {
  const sheet = useDesk((state) => state.sheet)
  if (!sheet) return null
  return (
    <Dialog
      title={TITLES[sheet.kind]}
      isBare={BARE.has(sheet.kind)}
      isWide={WIDE.has(sheet.kind)}
      onClose={() => closeOne(sheet)}
    >
      <Content sheet={sheet} />
    </Dialog>
  )
}

/** An import that waits for answers goes on without them. */
function closeOne(sheet: Sheet): void {
  if (sheet.kind === 'tables') leaveTables()
  else showSheet(null)
}

function Content({ sheet }: { readonly sheet: Sheet }) {
  switch (sheet.kind) {
    case 'keys':
      return <KeyboardSheet />
    case 'commands':
      return <Palette />
    case 'go-to-article':
      return <GoToArticle />
    case 'earlier-article':
      return <EarlierArticle laterId={sheet.laterId} />
    case 'about':
      return <AboutApp />
    case 'guidelines':
      return <GuidelinesPage />
    case 'name':
      return <NameForm isFirst onDone={() => showSheet(null)} />
    case 'occurrences':
      return <OccurrencesSheet />
    case 'boilerplate':
      return <BoilerplateKinds onDone={closeSheet} />
    case 'import':
      return <ImportedFiles report={sheet.report} />
    case 'tables':
      return <TablesSheet key={sheet.question.id} question={sheet.question} answered={sheet.answers.length} />
    case 'encodings':
      return <EncodingsSheet articleId={sheet.articleId} title={sheet.title} />
    case 'migration':
      return <MigrationForm start={sheet.start} />
    case 'scheme-import':
      return <SchemeImport offer={sheet.offer} />
  }
}

function AboutApp() {
  const about = useDesk((state) => state.about)
  if (!about) return null
  const isFallback = about.runtime === 'fallback'
  return (
    <div className={css.about}>
      <p>Glosswright {about.version}</p>
      <p>
        Runs on Electron {about.electron} (Chromium {about.chromium})
        {isFallback
          ? ': the fallback runtime for development and tests, not the current one that users get.'
          : ', the version it is made for.'}
      </p>
      <p>It makes no network connection, ever. All your work is in the workspace’s folder, in plain files.</p>
    </div>
  )
}
