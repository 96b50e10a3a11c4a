import { spawn } from 'node:child_process'

/**
 * Runs a command in this terminal, passes SIGINT and SIGTERM on to it, and answers with its exit status.
 *
 * @returns {Promise<number>}
 */
export function run([command, ...args], env = process.env) {
  const child = spawn(command, args, { stdio: 'inherit', env })
  const passOn = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM']
  for (const signal of signals) process.on(signal, passOn)
  return new Promise((resolve) => {
    const end = (status) => {
      for (const signal of signals) process.off(signal, passOn)
      resolve(status)
    }
    child.on('error', (error) => {
      console.error(error.message)
      end(127)
    })
    child.on('close', (status) => end(status ?? 1))
  })
}

/** Runs commands one after the other up to the first that fails; answers with the last exit status. */
export async function runAll(commands) {
  for (const command of commands) {
    const status = await run(command)
    if (status !== 0) return status
  }
  return 0
}
