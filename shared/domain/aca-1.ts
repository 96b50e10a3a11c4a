import type { Scheme } from './scheme.ts'

const ACTS = ['commitment', 'accusation']

/** The scheme that a new workspace starts with: actors, commitments and accusations. */
export const ACA_1: Scheme = {
  id: 'ACA-1',
  title: 'Actors, commitments, accusations',
  labels: [
    {
      id: 'actor',
      title: 'Actor',
      key: '1',
      shape: 'tint',
      hue: 245,
      description: 'Who acts: the whole name phrase with its title.',
    },
    {
      id: 'commitment',
      title: 'Commitment',
      key: '2',
      shape: 'underline',
      hue: 155,
      description: 'An actor binds itself, or refuses to, to something that could be checked later.',
    },
    {
      id: 'accusation',
      title: 'Accusation',
      key: '3',
      shape: 'wave',
      hue: 30,
      description: 'Someone holds an actor responsible for a wrong.',
    },
  ],
  roles: [
    { id: 'committer', title: 'Committer', on: ['commitment'] },
    { id: 'beneficiary', title: 'Beneficiary', on: ['commitment'] },
    { id: 'target', title: 'Target', on: ['commitment'] },
    { id: 'accuser', title: 'Accuser', on: ['accusation'] },
    { id: 'accused', title: 'Accused', on: ['accusation'] },
    { id: 'victim', title: 'Victim', on: ['accusation'] },
    { id: 'source', title: 'Source', on: ACTS },
  ],
  attributes: [
    {
      id: 'commitment-force',
      title: 'Force',
      on: ['commitment'],
      values: ['pledged', 'agreed', 'offered', 'proposed', 'urged', 'threatened'],
    },
    {
      id: 'outcome',
      title: 'Outcome as reported here',
      on: ['commitment'],
      values: ['open', 'under way', 'fulfilled', 'partly', 'broken', 'withdrawn'],
    },
    {
      id: 'accusation-force',
      title: 'Force',
      on: ['accusation'],
      values: ['alleged', 'charged', 'condemned', 'suspected'],
    },
    { id: 'polarity', title: 'Polarity', on: ACTS, values: ['asserted', 'denied', 'retracted'] },
    { id: 'voice', title: 'Voice', on: ACTS, values: ['paraphrased', 'quoted', 'author', 'document'] },
  ],
  links: [
    { id: 'responds-to', title: 'Responds to', on: ACTS },
    { id: 'same-as', title: 'Same as', on: ACTS },
  ],
  guidelines: `1. Mark what the text says, not what you know. Two promises joined by “and” are two annotations. The same promise told again is a new annotation, linked with *same-as*.
2. **Actor**: the whole name phrase with its title (“Foreign Minister Ana Ruiz”), without an article before a proper name and without a trailing comma. A capital that stands for its government is an actor; an adjective (“Norish exports”) is not. Pronouns only where no name can fill the role.
3. **Commitment**: an actor binds itself, or refuses to, to something that could be checked later. Not a hope, a purpose, a past act or somebody else’s forecast. A call on others has the force *urged*.
4. **Accusation**: someone holds an actor responsible for a wrong. Damage without blame is none. A denial is an accusation with the polarity *denied*, linked with *responds-to*.
5. Extent: from the binding or blaming word to the end of what is promised or alleged, without the subject, a tail such as “officials said”, and the final full stop. Where an attribution cuts the act in two, mark two fragments of one annotation.
6. Roles before attributes. Leave empty what is not stated; never guess. Where A quotes B’s promise, A is the source and B the committer.
7. Prefer the body to headline and caption. Never mark boilerplate.
8. In doubt: mark it unsure, say why in one line, and go on.
`,
}
