import { isAct, type Scheme } from '#shared/domain/scheme.ts'
import { escapedName, PLAIN } from '../../percent-names.ts'

/** Types and names in brat's files, which end at white space, colons and commas. */
export const bratName = (name: string): string => escapedName(name, PLAIN)

/** The attribute without values that says of a mark that its annotator is unsure. */
export const UNSURE = 'Unsure'

/** `annotation.conf`: what can be annotated in brat, after the scheme. */
export function annotationConf(scheme: Scheme): string {
  const [acts, entities] = [true, false].map((is) =>
    scheme.labels.filter(({ id }) => isAct(scheme, id) === is).map(({ id }) => bratName(id)),
  )
  const sections = {
    entities: entities ?? [],
    relations: [
      '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
      ...scheme.links.map(({ id, on }) => `${bratName(id)}\tArg1:${typesOf(on)}, Arg2:<EVENT>`),
    ],
    events: (acts ?? []).map((act) => `${act}\t${argumentsOf(scheme, act)}`.trimEnd()),
    attributes: [
      ...scheme.attributes.map(
        ({ id, on, values }) => `${bratName(id)}\tArg:${typesOf(on)}${valuesOf(values)}`,
      ),
      `${UNSURE}\tArg:<ANY>`,
    ],
  }
  return Object.entries(sections)
    .map(([name, lines]) => [`[${name}]`, ...lines, ''].join('\n'))
    .join('\n')
}

const typesOf = (labels: readonly string[]): string =>
  labels.length > 0 ? labels.map(bratName).join('|') : '<ANY>'

const argumentsOf = ({ roles }: Scheme, act: string): string =>
  roles
    .filter(({ on }) => on.some((label) => bratName(label) === act))
    .map(({ id }) => `${bratName(id)}*:<ANY>`)
    .join(', ')

function valuesOf(values: readonly string[]): string {
  const listed = values.filter((value) => /^[^\s|,]+$/u.test(value))
  return listed.length > 0 ? `, Value:${listed.join('|')}` : ''
}
