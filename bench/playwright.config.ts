import { defineConfig } from '@playwright/test'

/** One at a time: what runs beside a measurement is part of it. */
export default defineConfig({
  testMatch: '*.bench.ts',
  outputDir: '../.cache/bench',
  timeout: 900_000,
  workers: 1,
  reporter: './figures-reporter.ts',
})
