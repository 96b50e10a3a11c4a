import { useEffect } from 'react'
import { desk } from '../../state/desk.ts'

/** Runs `run` for a plain letter wherever the focus is, but where something is typed or a sheet is open. */
export function usePlainKey(letter: string, run: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { altKey, ctrlKey, metaKey, defaultPrevented, key, repeat, target } = event
      if (altKey || ctrlKey || metaKey || defaultPrevented || repeat || key.toLowerCase() !== letter) return
      if (desk.getState().sheet || isTyping(target)) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [letter, run])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'text')
