import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { bundled } from '#electron/library/testing/bundle.ts'

it('takes every way to the network from its process', async () => {
  let calls = 0
  const server = createServer((_request, response) => response.end(String(++calls)))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const script = await bundled('../../import/testing/reaching-out-script.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script, `${port}`])
  // It could have been reached, and was before it was cut off.
  expect({ calls, said: JSON.parse(stdout) }).toEqual({
    calls: 1,
    said: { before: ['fetch'], after: [] },
  })
  server.close()
}, 30_000)
