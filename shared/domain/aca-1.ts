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
      guideline:
        'Mark the **whole name phrase with its title** (“Foreign Minister Ana Ruiz”), without an article before a proper name and without a trailing comma.\n\n- A capital that stands for its government is an actor.\n- An adjective is not: “Norish exports”.\n- A pronoun only where no name can fill the role.\n- Link each mention to its actor in the registry.\n',
      isMention: true,
      lead: '',
    },
    {
      id: 'commitment',
      title: 'Commitment',
      key: '2',
      shape: 'underline',
      hue: 155,
      description: 'An actor binds itself, or refuses to, to something that could be checked later.',
      guideline:
        'An actor **binds itself, or refuses to**, to something that could be checked later.\n\n- Not a hope, a purpose, a past act or somebody else’s forecast.\n- A call on others has the force *urged*: nobody is bound yet.\n- Two promises joined by “and” are two; the same promise told again is linked with *same as*.\n- From the binding word to the end of what is promised: without the subject, a tail such as “officials said”, and the full stop.\n- Roles before attributes. Where A quotes B’s promise, A is the source and B the committer.\n',
      isMention: false,
      lead: 'commits to',
    },
    {
      id: 'accusation',
      title: 'Accusation',
      key: '3',
      shape: 'wave',
      hue: 30,
      description: 'Someone holds an actor responsible for a wrong.',
      guideline:
        'Someone **holds an actor responsible for a wrong**.\n\n- Damage without blame is none.\n- From the blaming word to the end of what is alleged: without the subject, a tail such as “officials said”, and the full stop.\n- A denial is an accusation with the polarity *denied*, linked with *responds to* to its charge. Who denies is the accused; the accuser is who brought the charge, if the text says so.\n- Leave a role empty where the text does not say who; never guess.\n',
      isMention: false,
      lead: 'of',
    },
  ],
  roles: [
    { id: 'committer', title: 'Committer', on: ['commitment'], isEssential: true, lead: '', side: 'before' },
    { id: 'accuser', title: 'Accuser', on: ['accusation'], isEssential: true, lead: '', side: 'before' },
    {
      id: 'accused',
      title: 'Accused',
      on: ['accusation'],
      isEssential: true,
      lead: 'accuses',
      side: 'before',
    },
    {
      id: 'beneficiary',
      title: 'Beneficiary',
      on: ['commitment'],
      isEssential: false,
      lead: 'to',
      side: 'after',
    },
    { id: 'target', title: 'Target', on: ['commitment'], isEssential: false, lead: 'about', side: 'after' },
    { id: 'victim', title: 'Victim', on: ['accusation'], isEssential: false, lead: 'against', side: 'after' },
    { id: 'source', title: 'Source', on: ACTS, isEssential: false, lead: 'says', side: 'after' },
  ],
  attributes: [
    {
      id: 'commitment-force',
      title: 'Force',
      on: ['commitment'],
      key: 'D',
      values: ['pledged', 'agreed', 'offered', 'proposed', 'urged', 'threatened'],
    },
    {
      id: 'outcome',
      title: 'Outcome as reported here',
      on: ['commitment'],
      key: 'O',
      values: ['open', 'under way', 'fulfilled', 'partly', 'broken', 'withdrawn'],
    },
    {
      id: 'accusation-force',
      title: 'Force',
      on: ['accusation'],
      key: 'D',
      values: ['alleged', 'charged', 'condemned', 'suspected'],
    },
    { id: 'polarity', title: 'Polarity', on: ACTS, key: 'P', values: ['asserted', 'denied', 'retracted'] },
    {
      id: 'voice',
      title: 'Voice',
      on: ACTS,
      key: 'V',
      values: ['paraphrased', 'quoted', 'author', 'document'],
    },
  ],
  links: [
    {
      id: 'responds-to',
      title: 'Responds to',
      on: ACTS,
      key: 'T',
      expectedWith: { attribute: 'polarity', value: 'denied' },
    },
    { id: 'same-as', title: 'Same as', on: ACTS, key: 'Y', expectedWith: null },
  ],
  actorTypes: [
    'state',
    'government body',
    'person',
    'military or security force',
    'party or legislature',
    'intergovernmental organisation',
    'NGO or civil society',
    'business',
    'media',
    'armed or criminal group',
    'population',
    'composite',
    'unknown',
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
