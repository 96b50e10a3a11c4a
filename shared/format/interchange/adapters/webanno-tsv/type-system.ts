import { FEATURES, LINK_LAYER, LINK_TYPE, MARK_LAYER } from './layers.ts'

/**
 * The layers as a UIMA type system description, from which INCEpTION makes them (Settings, Layers, Import) before the
 * files are imported: marks that may overlap, and relations between them, which UIMA knows by the names of their ends.
 */
export const TYPE_SYSTEM = 'typesystem.xml'

type Feature = { readonly name: string; readonly range: string; readonly element?: string }

const text = (name: string): Feature => ({ name, range: 'uima.cas.String' })

/** @param attributes names of their features. */
export function typeSystemOf(attributes: readonly string[]): string {
  const roles = { name: 'roles', range: 'uima.cas.FSArray', element: LINK_TYPE }
  const types = [
    typeOf(MARK_LAYER, 'uima.tcas.Annotation', [...[...FEATURES, ...attributes].map(text), roles]),
    typeOf(LINK_TYPE, 'uima.cas.TOP', [text('role'), { name: 'target', range: MARK_LAYER }]),
    typeOf(LINK_LAYER, 'uima.tcas.Annotation', [
      { name: 'Dependent', range: MARK_LAYER },
      { name: 'Governor', range: MARK_LAYER },
      text('kind'),
      text('position'),
    ]),
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
    '<types>',
    ...types,
    '</types>',
    '</typeSystemDescription>',
    '',
  ].join('\n')
}

const typeOf = (name: string, parent: string, features: readonly Feature[]): string =>
  [
    '<typeDescription>',
    `<name>${name}</name><description/><supertypeName>${parent}</supertypeName>`,
    '<features>',
    ...features.map(featureDescription),
    '</features>',
    '</typeDescription>',
  ].join('\n')

const featureDescription = ({ name, range, element }: Feature): string =>
  [
    `<featureDescription><name>${name}</name><description/><rangeTypeName>${range}</rangeTypeName>`,
    ...(element === undefined ? [] : [`<elementType>${element}</elementType>`]),
    '</featureDescription>',
  ].join('')
