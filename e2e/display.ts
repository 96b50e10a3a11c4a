import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** An X server of one's own: apps that run at the same time share neither clipboard nor input focus. */
export type Display = { readonly name: string; readonly close: () => void }

export async function openDisplay(): Promise<Display> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1100x24', '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  )
  const name = `:${await displayNumber(server)}`
  // A window manager, or else maximize, minimize and leaving full screen do nothing.
  const manager = spawn('openbox', ['--sm-disable'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: name },
  })
  return {
    name,
    close: () => {
      manager.kill()
      server.kill()
    },
  }
}

async function displayNumber(server: ChildProcess): Promise<string> {
  const ended = once(server, 'exit').then(([code]) => Promise.reject(new Error(`Xvfb ended with ${code}`)))
  const pipe = server.stdio[3]
  if (!pipe) throw new Error('Xvfb was started without its fourth pipe')
  const [data] = await Promise.race([once(pipe, 'data'), ended])
  return String(data).trim()
}
