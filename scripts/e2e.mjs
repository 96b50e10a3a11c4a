#!/usr/bin/env node
/** Runs the end-to-end tests on the built app: node scripts/e2e.mjs [Playwright arguments] */
import { runPlaywright } from './playwright.mjs'

process.exitCode = await runPlaywright(process.argv.slice(2))
