import type { MarkedArticle } from './marked-workspace.ts'

/** An article in which marks lie in every way that they can: for looking at, and for tests that need such a place. */
export const SCENE: MarkedArticle = {
  text: [
    'Norland and Vesteria trade vows and charges over the Skerry Bank',
    'Photo: Odile Marrak / Coastal Wire',
    'Crews mend nets at Port Casse. File picture.',
    'Share this article',
    'Foreign Minister Ana Ruiz of Norland agreed, a senior aide said late on Tuesday, to share data on every landing with Vesteria within two years.',
    'Vesteria said that Norland had accused the captain of threatening to promise to withdraw the two patrol ships of the Norland Coast Guard before spring, and called the charge absurd.',
    'Norland pledged to cut quotas and pledged to scrap ships. Ruiz Dace Marrak stood side by side; the council of the Coastal League of Northern Ports of Norland did not.',
    'Opposition leaders may have agreed to talks, might have accused the fleet of fraud, and perhaps Ruiz knew of it all along while nobody asked.',
    'He vowed to open the books of the ministry',
    'and to publish every licence that it has sold since the war, observers said.',
    'השרה Ana Ruiz אמרה כי ממשלת Norland התחייבה לשתף נתונים עם Vesteria בתוך שנתיים, והאשימה את הקברניט בהונאה.',
    'قالت الوزيرة Ana Ruiz إن حكومة Norland تعهدت بتبادل البيانات مع Vesteria خلال عامين.',
    '',
    'More from this desk: Dockers reach deal to end strike',
    '',
  ].join('\n'),
  marks: [
    { label: 'actor', words: 'Foreign Minister Ana Ruiz of Norland' },
    { label: 'actor', words: 'Ana Ruiz' },
    {
      label: 'commitment',
      words: ['agreed', 'to share data on every landing with Vesteria within two years'],
    },
    { label: 'actor', words: 'a senior aide' },
    { label: 'actor', words: ['data', 'Vesteria within'] },
    {
      label: 'accusation',
      words:
        'Vesteria said that Norland had accused the captain of threatening to promise to withdraw the two patrol ships of the Norland Coast Guard before spring, and called the charge absurd',
      note: 'A charge within a report of a charge.',
    },
    {
      label: 'accusation',
      words:
        'accused the captain of threatening to promise to withdraw the two patrol ships of the Norland Coast Guard before spring',
    },
    {
      label: 'commitment',
      words:
        'threatening to promise to withdraw the two patrol ships of the Norland Coast Guard before spring',
    },
    { label: 'commitment', words: 'promise to withdraw the two patrol ships of the Norland Coast Guard' },
    { label: 'accusation', words: 'to withdraw the two patrol ships' },
    { label: 'commitment', words: 'withdraw the two patrol ships' },
    { label: 'commitment', words: 'two patrol ships of the Norland Coast Guard before' },
    { label: 'actor', words: 'the Norland Coast Guard' },
    { label: 'actor', words: 'the captain' },
    { label: 'commitment', words: 'pledged to cut quotas ' },
    { label: 'commitment', words: 'and pledged to scrap ships' },
    { label: 'actor', words: 'Ruiz ' },
    { label: 'actor', words: 'Dace ' },
    { label: 'actor', words: 'Marrak stood' },
    { label: 'actor', words: 'the council of the Coastal League of Northern Ports of Norland' },
    { label: 'actor', words: 'the Coastal League of Northern Ports of Norland' },
    { label: 'actor', words: 'Northern Ports of Norland' },
    { label: 'actor', words: 'Northern Ports of Norland' },
    { label: 'commitment', words: 'agreed to talks', unsure: true },
    { label: 'accusation', words: 'accused the fleet of fraud', unsure: true },
    { label: 'actor', words: 'perhaps Ruiz', unsure: true },
    { label: 'commitment', words: 'to open the books of the ministry\nand to publish every licence' },
    { label: 'accusation', words: 'publish every licence that it has sold' },
    { label: 'actor', words: 'Ana Ruiz אמרה כי ממשלת Norland' },
    { label: 'commitment', words: 'התחייבה לשתף נתונים עם Vesteria בתוך שנתיים' },
    { label: 'accusation', words: 'והאשימה את הקברניט בהונאה' },
    { label: 'commitment', words: 'تعهدت بتبادل البيانات مع Vesteria خلال عامين' },
    { label: 'actor', words: 'حكومة Norland' },
  ],
  boilerplate: [
    {
      words: 'Photo: Odile Marrak / Coastal Wire\nCrews mend nets at Port Casse. File picture.\n',
      kind: 'caption',
      reason: 'photo credit',
    },
    { words: 'Share this article', kind: 'share', reason: 'share bar' },
    {
      words: 'More from this desk: Dockers reach deal to end strike',
      kind: 'links',
      reason: 'links to other articles',
    },
  ],
}
