/**
 * What an attacker who got markup or a script into a page would try. Each runs inside the page (so it may use nothing
 * from outside itself), resolves when it came to something, and rejects when it was refused.
 */
export type Attempt = (address: string) => Promise<unknown>

export const RUN_CODE: Readonly<Record<string, Attempt>> = {
  // What the test driver calls directly may use eval whatever the policy says; what a timer calls may not.
  eval: () =>
    new Promise((resolve, reject) => {
      const run = Reflect.get(globalThis, 'eval') as (code: string) => unknown
      const attempt = () => resolve(run('1'))
      setTimeout(() => Promise.resolve().then(attempt).catch(reject))
    }),
  'new Function': () =>
    new Promise((resolve, reject) => {
      const make = Reflect.get(globalThis, 'Function') as unknown as (code: string) => () => unknown
      const attempt = () => resolve(make('return 1')())
      setTimeout(() => Promise.resolve().then(attempt).catch(reject))
    }),
  innerHTML: async () => {
    document.createElement('div').innerHTML = '<b>markup</b>'
  },
  'an inline script': async () => {
    const script = document.createElement('script')
    script.append('globalThis.ranScript = true')
    document.head.append(script)
    if (!Reflect.get(globalThis, 'ranScript')) throw new Error('did not run')
  },
  'an inline handler': async () => {
    const button = document.createElement('button')
    button.setAttribute('onclick', 'globalThis.ranHandler = true')
    button.click()
    if (!Reflect.get(globalThis, 'ranHandler')) throw new Error('did not run')
  },
}

export const REACH_OUT: Readonly<Record<string, Attempt>> = {
  fetch: (address) => fetch(address, { mode: 'no-cors' }),
  WebSocket: (address) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(address.replace('http', 'ws'))
      socket.onopen = resolve
      socket.onerror = () => reject(new Error('refused'))
    }),
  'an image': (address) =>
    new Promise((resolve, reject) => {
      const image = new Image()
      image.onload = resolve
      image.onerror = () => reject(new Error('refused'))
      image.src = `${address}/pixel.png`
    }),
  'a style sheet': (address) =>
    new Promise((resolve, reject) => {
      const link = document.createElement('link')
      link.onload = resolve
      link.onerror = () => reject(new Error('refused'))
      link.rel = 'stylesheet'
      link.href = `${address}/style.css`
      document.head.append(link)
    }),
}

export const USE_THE_SYSTEM: Readonly<Record<string, Attempt>> = {
  require: async () => {
    if (!('require' in globalThis)) throw new Error('absent')
  },
  process: async () => {
    if (!('process' in globalThis)) throw new Error('absent')
  },
  'a new window': async (address) => {
    if (!window.open(address)) throw new Error('refused')
  },
  geolocation: () =>
    new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
  microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
  notifications: async () => {
    if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied')
  },
  'the clipboard': () => navigator.clipboard.readText(),
}
