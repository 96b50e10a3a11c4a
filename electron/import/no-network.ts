import dgram from 'node:dgram'
import { Socket } from 'node:net'

/**
 * Takes the network from this process for good: every connection of Node's, be it of `fetch`, `http`, `tls` or a library,
 * is made by a `Socket`, and every datagram is sent by a `dgram.Socket`.
 */
export function cutOffNetwork(): void {
  const refuse = (): never => {
    throw new Error('The process that reads files has no network')
  }
  Object.defineProperty(Socket.prototype, 'connect', { value: refuse })
  for (const name of ['bind', 'connect', 'send'])
    Object.defineProperty(dgram.Socket.prototype, name, { value: refuse })
}
