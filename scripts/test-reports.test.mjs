import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tallyPlaywright, tallyVitest } from './test-reports.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'reports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function reportOf(content) {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('of unit tests, only what passed is counted as passed', async () => {
  const statuses = ['passed', 'failed', 'pending', 'todo', 'disabled']
  const assertionResults = statuses.map((status) => ({ status, fullName: `a test that is ${status}` }))
  const file = reportOf({ testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults }] })
  expect(await tallyVitest(file)).toEqual({
    passed: 1,
    failed: 1,
    skipped: ['a test that is pending', 'a test that is todo', 'a test that is disabled'],
  })
})

test('a unit test file that cannot be loaded is a failure', async () => {
  const file = reportOf({ testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }] })
  expect(await tallyVitest(file)).toEqual({ passed: 0, failed: 1, skipped: [] })
})

test('of end-to-end tests, one that passed at a second attempt is a failure', async () => {
  const spec = (status) => ({ title: status, tests: [{ status }] })
  const inner = { title: 'inner', specs: [spec('skipped')] }
  const outer = { title: 'a.spec.ts', specs: ['expected', 'unexpected', 'flaky'].map(spec), suites: [inner] }
  const file = reportOf({ suites: [outer], errors: [] })
  expect(await tallyPlaywright(file)).toEqual({ passed: 1, failed: 2, skipped: ['inner › skipped'] })
})

test('an error outside every end-to-end test is a failure', async () => {
  const file = reportOf({ suites: [], errors: [{ message: 'cannot find module' }] })
  expect(await tallyPlaywright(file)).toEqual({ passed: 0, failed: 1, skipped: [] })
})

test('a missing report counts for nothing', async () => {
  const missing = path.join(folder, 'missing.json')
  expect(await tallyVitest(missing)).toEqual({ passed: 0, failed: 0, skipped: [] })
  expect(await tallyPlaywright(missing)).toEqual({ passed: 0, failed: 0, skipped: [] })
})
