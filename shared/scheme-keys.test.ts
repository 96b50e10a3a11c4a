import { expect, test } from 'vitest'
import { ACA_1 } from './domain/aca-1.ts'
import { commandKeyFault } from './scheme-keys.ts'

const keyboard = { isMac: false, bindings: { 'select.widen': ['Ж'] } }

test('a key that a command has, or came with, is not free for a label', () => {
  expect(commandKeyFault(ACA_1, 'J', keyboard)).toBe('J is the key of the command “Next annotation”.')
  expect(commandKeyFault(ACA_1, 'Ж', keyboard)).toMatch(/“Widen/)
  expect(commandKeyFault(ACA_1, 'W', keyboard)).toMatch(/“Widen/)
})

test('a key is free that only the scheme itself has, or nobody', () => {
  expect(commandKeyFault(ACA_1, '1', keyboard)).toBeNull()
  expect(commandKeyFault(ACA_1, '4', keyboard)).toBeNull()
})
