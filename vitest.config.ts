import { defineConfig } from 'vitest/config'

export default defineConfig({
  define: { __VERSION__: JSON.stringify('0.0.0-test') },
  test: { include: ['{electron,renderer,shared,scripts}/**/*.test.{ts,tsx,mjs}'] },
})
