import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** @typedef {{passed: number, failed: number, skipped: string[]}} Tally  `skipped` holds the names of the tests */

const cache = path.join(import.meta.dirname, '..', '.cache')

/** Where the two test runners leave their JSON reports. */
export const REPORTS = { unit: path.join(cache, 'unit.json'), e2e: path.join(cache, 'e2e.json') }

/** @returns {Promise<Tally>} all zero when the runner never came to writing a report */
export async function tallyVitest(file = REPORTS.unit) {
  const report = await readReport(file)
  return tally((report?.testResults ?? []).flatMap(outcomesOfFile))
}

/** A file that could not even be loaded has no tests to fail: it counts as one. */
function outcomesOfFile({ name, status, assertionResults }) {
  if (assertionResults.length === 0 && status === 'failed') return [{ name, outcome: 'failed' }]
  return assertionResults.map((result) => ({ name: result.fullName, outcome: outcomeOf(result.status) }))
}

const outcomeOf = (status) => (status === 'passed' || status === 'failed' ? status : 'skipped')

/** @returns {Promise<Tally>} */
export async function tallyPlaywright(file = REPORTS.e2e) {
  const report = await readReport(file)
  if (!report) return tally([])
  const broken = report.errors.map(({ message }) => ({ name: message, outcome: 'failed' }))
  return tally([...broken, ...report.suites.flatMap(outcomesOfSuite)])
}

function outcomesOfSuite({ title, specs, suites = [] }) {
  const own = specs.flatMap((spec) =>
    spec.tests.map(({ status }) => ({ name: `${title} › ${spec.title}`, outcome: PLAYWRIGHT[status] })),
  )
  return [...own, ...suites.flatMap(outcomesOfSuite)]
}

// A test that passed at the second attempt did not pass.
const PLAYWRIGHT = { expected: 'passed', unexpected: 'failed', flaky: 'failed', skipped: 'skipped' }

function tally(outcomes) {
  const named = (outcome) => outcomes.filter((test) => test.outcome === outcome).map(({ name }) => name)
  return { passed: named('passed').length, failed: named('failed').length, skipped: named('skipped') }
}

async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}
