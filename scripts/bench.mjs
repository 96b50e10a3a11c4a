#!/usr/bin/env node
/**
 * Measures the built app in the real Electron and prints its figures beside their budgets as Markdown:
 *
 *   node scripts/bench.mjs [--xl] [--write] [name …]
 *
 * --xl measures the largest article too, --write keeps the figures in docs/performance.md, a name (start-up, article,
 * library, propagation, import, export, agreement) picks benchmarks.
 */
import { runPlaywright } from './playwright.mjs'

const OPTIONS = { '--xl': 'BENCH_XL', '--write': 'BENCH_WRITE' }

const args = process.argv.slice(2)
for (const [option, variable] of Object.entries(OPTIONS))
  if (args.includes(option)) process.env[variable] = '1'
const names = args.filter((arg) => !(arg in OPTIONS))

process.exitCode = await runPlaywright(['--config', 'bench/playwright.config.ts', ...names])
