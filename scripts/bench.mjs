#!/usr/bin/env node
/** Runs the benchmarks of bench/ on the built app and prints their figures: node scripts/bench.mjs [name …] */
import { runPlaywright } from './playwright.mjs'

process.exitCode = await runPlaywright(['--config', 'bench/playwright.config.ts', ...process.argv.slice(2)])
