import { readFileSync } from 'node:fs'
import { defineConfig } from 'rolldown'

const { version, devDependencies } = JSON.parse(
  readFileSync(new URL('./package.json', import.meta.url), 'utf8'),
)

const common = {
  platform: 'node',
  external: ['electron'],
  transform: {
    target: 'node20.18',
    define: {
      __VERSION__: JSON.stringify(version),
      __ELECTRON__: JSON.stringify(devDependencies.electron.split('.')[0]),
    },
  },
}
const esm = { format: 'esm', entryFileNames: '[name].js', codeSplitting: false, sourcemap: true }

/** What an offline review file is made of: one script, and the style beside it. */
const reviewPage = {
  input: { 'review-page': 'renderer/review-page/main.ts' },
  platform: 'browser',
  transform: { target: 'es2022' },
  plugins: [
    {
      name: 'style of the review page',
      generateBundle() {
        const sheets = ['page', 'controls', 'top-bar', 'text', 'media'].map((name) =>
          readFileSync(new URL(`./renderer/review-page/${name}.css`, import.meta.url), 'utf8'),
        )
        this.emitFile({ type: 'asset', fileName: 'review-page.css', source: sheets.join('') })
      },
    },
  ],
  output: { format: 'iife', entryFileNames: '[name].js', minify: true, dir: 'dist/review-page' },
}

// The main process is minified, since what it has to read and compile stands before the window at every start.
// One bundle each: a sandboxed preload can load neither a shared chunk nor an ES module.
export default defineConfig([
  { ...common, input: 'electron/main.ts', output: { ...esm, minify: true, dir: 'dist/electron' } },
  {
    ...common,
    input: 'electron/preload.ts',
    output: { format: 'cjs', entryFileNames: '[name].cjs', dir: 'dist/electron', codeSplitting: false },
  },
  { ...common, input: 'electron/cli/cli.ts', output: { ...esm, dir: 'dist/cli' } },
  // The process in which files are read, for the app and the command line alike.
  { ...common, input: 'electron/import/parser.ts', output: { ...esm, minify: true, dir: 'dist/parser' } },
  reviewPage,
])
