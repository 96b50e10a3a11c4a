import dgram from 'node:dgram'
import { once } from 'node:events'
import http from 'node:http'
import net from 'node:net'
import tls from 'node:tls'
import { cutOffNetwork } from '#electron/import/no-network.ts'

/** Tries all ways to a server of this machine, and prints those that did not fail at once. */
const port = Number(process.argv[2])
const host = '127.0.0.1'

const WAYS: Readonly<Record<string, () => unknown>> = {
  fetch: async () => (await fetch(`http://${host}:${port}`)).text(),
  http: async () => once(http.get({ host, port, agent: false }), 'response'),
  net: async () => once(net.connect(port, host), 'connect'),
  tls: async () => once(tls.connect(port, host), 'secureConnect'),
  dgram: () => dgram.createSocket('udp4').send('x', port, host),
}

async function open(names: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const name of names) {
    try {
      await WAYS[name]?.()
      found.push(name)
    } catch {
      // As it should be.
    }
  }
  return found
}

const before = await open(['fetch'])
cutOffNetwork()
const after = await open(Object.keys(WAYS))
process.stdout.write(JSON.stringify({ before, after }))
process.exit()
