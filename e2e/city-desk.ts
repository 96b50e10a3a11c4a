import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Locator } from '@playwright/test'
import { Desk } from './desk.ts'
import type { RunningApp } from './running-app.ts'
import { makeWorkspace } from './workspace.ts'

/** Our own sentences, one for each kind of act that the scheme's guidelines speak of. */
const CITY = [
  'Harbour city argues over trams, tolls and mussels',
  'Mayor Elin Brask pledged to reopen the tram line before winter. Harbor Union and Quay Lines agreed to share the night shifts.',
  'Governor Sall offered to fund the bridge if the council lowers the toll. Tenants urged the city council to freeze all rents this year.',
  'Stave Shipping threatened to close the yard unless the dockers return. Inspector Odd Lien charged Marrow Foods with poisoning the mussel farmers, court papers show.',
  'Marrow Foods denied poisoning anyone. Brask will, officials said, repair the old quay by June.',
  'Brask repeated that the tram line will reopen before winter. The river fund is to be audited every year.',
  '',
].join('\n\n')

const ACTORS = [
  'Mayor Elin Brask',
  'Harbor Union',
  'Quay Lines',
  'Governor Sall',
  'Tenants',
  'the city council',
  'Stave Shipping',
  'the dockers',
  'Inspector Odd Lien',
  'Marrow Foods',
  'the mussel farmers',
  'court papers',
] as const

type Launch = (options: { readonly workspace: string }) => Promise<RunningApp>

/** A desk with the city's article open, and all the actors that it names marked. */
export async function cityDesk(launch: Launch, folder: string): Promise<Desk> {
  const file = path.join(folder, 'city.txt')
  await writeFile(file, CITY)
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, file) }))
  await expect(desk.text).toBeVisible()
  for (const name of ACTORS) await desk.mark(name, 'Actor')
  return desk
}

export const card = (desk: Desk): Locator => desk.page.getByRole('region', { name: 'Selected act' })
export const offered = (desk: Desk, role: string, name: string): Locator =>
  card(desk)
    .getByRole('group', { name: `Likely ${role}` })
    .getByRole('button', { name })
