/** What several annotators do with each other's work, and who annotates; the list of commands has these in its File menu. */
export const TEAM_WORK = [
  { id: 'review.merge', title: 'Merge a colleague’s work…', menu: 'File', keys: [], separated: true },
  { id: 'review.make-file', title: 'Make a review file…', menu: 'File', keys: [] },
  { id: 'review.take-answers', title: 'Take a reviewer’s answers…', menu: 'File', keys: [] },
  {
    id: 'annotator.switch',
    title: 'Switch annotator: annotate as somebody else…',
    menu: 'File',
    keys: [],
    separated: true,
  },
  { id: 'annotator.change', title: 'Change my name…', menu: 'File', keys: [] },
] as const

/** How an annotator answers what a reviewer says of the selected mark. */
export const ANSWERS = [
  {
    id: 'remark.take',
    title: 'Take what the reviewer proposes',
    menu: 'Annotate',
    keys: ['Shift+Y'],
    separated: true,
  },
  { id: 'remark.decline', title: 'Decline what the reviewer proposes', menu: 'Annotate', keys: ['Shift+X'] },
  { id: 'remark.answer', title: 'Answer the reviewer…', menu: 'Annotate', keys: ['Shift+R'] },
] as const

/** The parts of the Review view, which the palette finds by what is done there. */
export const REVIEW_PARTS = [
  { id: 'review.team', title: 'Review: team, assignments, blind annotation', menu: 'View', keys: [] },
  { id: 'review.agreement', title: 'Review: agreement', menu: 'View', keys: [] },
  { id: 'review.adjudicate', title: 'Review: adjudicate differences', menu: 'View', keys: [] },
  { id: 'review.work', title: 'Review: one annotator’s work', menu: 'View', keys: [] },
  { id: 'review.quality', title: 'Review: quality of the dataset', menu: 'View', keys: [] },
] as const
