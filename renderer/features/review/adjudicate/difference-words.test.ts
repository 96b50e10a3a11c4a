import { expect, it } from 'vitest'
import { differingTitles, type Fact } from './difference-words.ts'

const role = (title: string, value: string): Fact => ({ kind: 'role', title, value })

it('only those roles differ that are not filled alike', () => {
  const ada = [role('Committer', 'the mayor'), role('Beneficiary', '')]
  const ben = [role('Committer', 'the crew'), role('Beneficiary', '')]
  expect([...differingTitles([ada, ben], ['role'])]).toEqual(['Committer'])
})

it('where nothing told differs, all that is told of its kind does', () => {
  const ada = [role('Committer', 'the mayor'), role('Beneficiary', '')]
  expect([...differingTitles([ada, ada], ['role'])]).toEqual(['Committer'])
})

it('what only one label has a place for differs from nothing', () => {
  expect([...differingTitles([[role('Committer', 'the mayor')], [role('Target', '')]], ['label'])]).toEqual(
    [],
  )
})
