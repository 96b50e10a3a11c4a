import type { DatasetActor } from '../../../dataset.ts'
import type { ExportFrame } from '../../adapter.ts'
import { registryOf } from '../../named-actors.ts'
import { oneLineJson } from '../../one-line-json.ts'
import { elementText, isHoldable, xmlElement } from '../xml-out.ts'
import { guidOf, WELL_KNOWN } from './guid.ts'
import { hueColour } from './hue-colour.ts'
import type { UsedNames } from './used-names.ts'

/**
 * Codes are all that a project has to say something of marked words: labels, and in groups of their own the values of
 * attributes, the actors that mentions mean, and that a mark is unsure. A code's description
 * begins with its id here; behind an actor's stands what else is known of them, as JSON.
 */
export class Codebook {
  readonly #workspace: string

  constructor(workspace: string) {
    this.#workspace = workspace
  }

  label = (id: string): string => guidOf(this.#workspace, 'label', id)
  value = (attribute: string, value: string): string => guidOf(this.#workspace, 'value', attribute, value)
  actor = (id: string): string => guidOf(this.#workspace, 'actor', id)

  xml(frame: ExportFrame, used: UsedNames): string {
    const groups = [
      this.#attributes(frame, used),
      certaintyGroup(),
      this.#actors(frame, used),
      constantsGroup(),
    ]
    return xmlElement(
      'CodeBook',
      {},
      xmlElement('Codes', {}, [...this.#labels(frame, used), ...groups].join('\n')),
    )
  }

  #labels({ scheme }: ExportFrame, used: UsedNames): readonly string[] {
    return [...used.labels].map((id) => {
      const label = scheme.labels.find((one) => one.id === id)
      const said = describedAs(id, label?.description ?? '')
      const color = hueColour(label?.hue ?? 0)
      return code({ guid: this.label(id), name: label?.title ?? id, isCodable: true, color }, said)
    })
  }

  #attributes({ scheme }: ExportFrame, used: UsedNames): string {
    const all = [...used.attributes].map(([id, values]) => {
      const name = scheme.attributes.find((one) => one.id === id)?.title ?? id
      const codes = [...values].map((value) =>
        code({ guid: this.value(id, value), name: value, isCodable: true }),
      )
      const guid = guidOf(this.#workspace, 'attribute', id)
      return code({ guid, name, isCodable: false }, describedAs(id) + codes.join(''))
    })
    return code({ guid: WELL_KNOWN.attributes, name: 'Attributes', isCodable: false }, all.join('\n'))
  }

  #actors({ actors }: ExportFrame, used: UsedNames): string {
    const registry = registryOf({ actors })
    const codes = [...used.actors].map((id) => {
      const actor = registry.get(id)
      const facts = { guid: this.actor(id), name: actor?.name ?? id, isCodable: true }
      return code(facts, describedAs(id, actor && !isPlain(actor) ? oneLineJson(actor) : ''))
    })
    return code({ guid: WELL_KNOWN.actors, name: 'Actors', isCodable: false }, codes.join('\n'))
  }
}

/** All that is known of it are its id and a name that stands in XML. */
function isPlain({ name, id, created: _, updated: __, ...rest }: DatasetActor): boolean {
  return isHoldable(name) && Object.values(rest).every((value) => !value || Object.keys(value).length === 0)
}

const certaintyGroup = (): string =>
  code(
    { guid: WELL_KNOWN.certainty, name: 'Certainty', isCodable: false },
    code({ guid: WELL_KNOWN.unsure, name: 'unsure', isCodable: true }),
  )

/** What a link points to where a role is filled by nobody that the text names. */
const constantsGroup = (): string =>
  code(
    { guid: WELL_KNOWN.constants, name: 'Fillers', isCodable: false },
    (['author', 'unknown'] as const)
      .map((name) => code({ guid: WELL_KNOWN[name], name, isCodable: true }))
      .join(''),
  )

type CodeFacts = {
  readonly guid: string
  readonly name: string
  readonly isCodable: boolean
  readonly color?: string
}

function code({ name, ...facts }: CodeFacts, content = ''): string {
  return xmlElement('Code', { name: isHoldable(name) ? name : facts.guid, ...facts }, content)
}

function describedAs(id: string, description = ''): string {
  const lines = isHoldable(description) && description !== '' ? `${id}\n${description}` : id
  return xmlElement('Description', {}, elementText(lines))
}
