import { STATUSES } from '#shared/domain/record.ts'
import { GOLD } from '#shared/domain/review.ts'
import { DATASET_TEXTS } from '#shared/format/dataset.ts'
import { type ExportSettings, everythingAs } from '#shared/format/export-settings.ts'
import { adapterOf, FORMATS } from '#shared/format/interchange/adapters.ts'
import { type OptionValues, optionFault } from '#shared/format/interchange/format.ts'
import { LOSS_RULES } from '#shared/format/interchange/overlaps.ts'
import { type CommandInput, textOption, WrongUse } from './command.ts'

/** What the command line says of an export; what it does not say is absent. */
export type GivenSettings = Partial<ExportSettings>

const LOSS_WAYS = ['report', 'fail'] as const

/** @throws {WrongUse} */
export function givenSettings(input: CommandInput): GivenSettings {
  const given: { -readonly [Key in keyof ExportSettings]: ExportSettings[Key] | undefined } = {
    format: givenFormat(input),
    annotators: givenAnnotators(input),
    labels: givenList(input, 'labels'),
    statuses: givenList(input, 'status')?.map((status) => oneOf(STATUSES, status, '--status')),
    articles: givenList(input, 'articles'),
    isSureOnly: input.values.sure === true ? true : undefined,
    text: givenOne(input, 'text', DATASET_TEXTS),
    rule: givenOne(input, 'rule', LOSS_RULES),
    precedence: givenList(input, 'precedence'),
    onLoss: givenOne(input, 'on-loss', LOSS_WAYS),
    options: givenOptions(input),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/**
 * A preset's settings, or those for everything, with what was given in their place.
 * @throws {WrongUse}
 */
export function settingsOf(given: GivenSettings, preset: ExportSettings | null): ExportSettings {
  const format = given.format ?? preset?.format
  const adapter = adapterOf(format ?? '')
  if (!adapter) throw new WrongUse(format === undefined ? '--format is missing' : unknownFormat(format))
  const base = preset ?? everythingAs(adapter.format.id)
  const kept = base.format === adapter.format.id ? base.options : {}
  const settings = { ...base, ...given, options: { ...kept, ...given.options } }
  const fault = optionFault(adapter.format, settings.options)
  if (fault) throw new WrongUse(fault)
  return settings
}

const unknownFormat = (id: string): string =>
  `there is no format “${id}”; the formats are: ${FORMATS.map((format) => format.id).join(', ')}`

function givenFormat(input: CommandInput): string | undefined {
  const id = textOption(input, 'format')
  if (id !== undefined && !adapterOf(id)) throw new WrongUse(unknownFormat(id))
  return id
}

function givenAnnotators(input: CommandInput): readonly string[] | undefined {
  const named = textOption(input, 'annotator')
  if (named !== undefined && input.values.gold)
    throw new WrongUse('--annotator and --gold exclude each other')
  const annotator = input.values.gold ? GOLD : named
  return annotator === undefined ? undefined : [annotator]
}

function givenList(input: CommandInput, name: string): readonly string[] | undefined {
  const list = textOption(input, name)
    ?.split(',')
    .map((one) => one.trim())
  if (list?.includes('')) throw new WrongUse(`--${name} is a list such as a,b`)
  return list
}

function givenOne<T extends string>(input: CommandInput, name: string, known: readonly T[]): T | undefined {
  const value = textOption(input, name)
  return value === undefined ? undefined : oneOf(known, value, `--${name}`)
}

function oneOf<T extends string>(known: readonly T[], value: string, name: string): T {
  const found = known.find((one) => one === value)
  if (found !== undefined) return found
  throw new WrongUse(`${name} is one of: ${known.join(', ')}; “${value}” is none of them`)
}

/** A comma parts them only before the next name: a value may have some. */
const NEXT_OPTION = /,(?=[\w-]+=)/

function givenOptions(input: CommandInput): OptionValues | undefined {
  const pairs = textOption(input, 'options')?.split(NEXT_OPTION)
  return pairs && Object.fromEntries(pairs.map(pairFrom))
}

function pairFrom(pair: string): readonly [string, string] {
  const at = pair.indexOf('=')
  if (at < 1) throw new WrongUse(`“${pair}” is no option of a format; they go so: --options name=value`)
  return [pair.slice(0, at), pair.slice(at + 1)]
}
