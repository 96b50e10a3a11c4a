import type { Annotation, Filler } from '#shared/domain/annotation.ts'
import type { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { checkedArticle, hintsFor } from '#shared/domain/checks.ts'
import { ruleSourceOf } from '#shared/domain/cleaning-rule.ts'
import type { CheckedArticle, HintKind } from '#shared/domain/hint.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import { isMention, type Scheme } from '#shared/domain/scheme.ts'
import { standingArticle } from '#shared/domain/standing-article.ts'
import type { UnitedCleaning } from '#shared/domain/united-cleaning.ts'
import type { SurveyRow } from '#shared/ipc/survey.ts'
import type { Breath } from './breath.ts'

/** What is kept of an annotation for answering: its words and their context, and what can be asked for. */
export type Sighting = Pick<
  SurveyRow,
  'id' | 'label' | 'start' | 'end' | 'quote' | 'before' | 'after' | 'actor'
> & {
  readonly isMention: boolean
  readonly isUnsure: boolean
  readonly note: string | null
  /** Who has which role, by the actors that fillers name or that mentions among them point to. */
  readonly parts: readonly { readonly role: string; readonly actor: string }[]
  readonly hints: readonly { readonly kind: HintKind; readonly sentence: string }[]
}

export type SurveyedArticle = {
  readonly id: string
  readonly title: string
  /** Id of the newer version that the annotator has gone on to. */
  readonly later: string | null
  readonly sightings: readonly Sighting[]
  /** The actors that it names, and of these the ones that the registry did not have. */
  readonly named: readonly string[]
  readonly unknown: ReadonlySet<string>
  /** Whose cleaning rules it was read with, and their stamp. */
  readonly cleaned: { readonly source: string | null; readonly stamp: string }
}

export type Reading = {
  readonly source: ArticleText
  readonly record: AnnotationRecord
  readonly scheme: Scheme
  readonly knowsActor: (id: string) => boolean
  readonly cleaning: UnitedCleaning
}

export async function surveyArticle(reading: Reading, breath: Breath): Promise<SurveyedArticle> {
  const { source, record, knowsActor, cleaning } = reading
  const article = standingArticle(source, record.corrections, cleaning)
  const { text } = source
  const checked = checkedArticle({
    ...reading,
    text,
    article,
    annotations: record.annotations,
    earlier: record.earlier,
  })
  const sightings: Sighting[] = []
  for (const annotation of record.annotations) {
    await breath.ifDue()
    sightings.push(sighted(checked, annotation))
  }
  const named = [...new Set([...record.annotations].flatMap(actorsNamed))]
  return {
    id: source.article.id,
    title: article.metadata.title,
    later: record.later,
    sightings: keepable(sightings, source.text),
    named,
    unknown: new Set(named.filter((id) => !knowsActor(id))),
    cleaned: cleanedBy(cleaning, ruleSourceOf(article.metadata)),
  }
}

const cleanedBy = (cleaning: UnitedCleaning, source: string | null) => ({
  source,
  stamp: cleaning.stampFor(source),
})

/** A slice of a text keeps all of it in memory, so of a long text with few marks copies are kept. */
function keepable(sightings: readonly Sighting[], text: string): readonly Sighting[] {
  const copies = sightings.length * 4 * REACH
  return text.length < copies ? sightings : (JSON.parse(JSON.stringify(sightings)) as Sighting[])
}

function sighted(article: CheckedArticle, annotation: Annotation): Sighting {
  const { text, scheme, annotations } = article
  const { id, label, start, end } = annotation
  return {
    ...{ id, label, start, end },
    quote: text.slice(start, end),
    ...contextOf(text, start, end),
    isMention: isMention(scheme, label),
    isUnsure: annotation.certainty === 'unsure',
    note: annotation.note ?? null,
    actor: annotation.actor ?? null,
    parts: partsIn(annotation, annotations),
    hints: hintsFor(article, annotation).map(({ kind, sentence }) => ({ kind, sentence })),
  }
}

function partsIn({ roles }: Annotation, annotations: AnnotationSet): Sighting['parts'] {
  const actorOf = (filler: Filler): string | undefined => {
    if ('actor' in filler) return filler.actor
    return 'mention' in filler ? annotations.get(filler.mention)?.actor : undefined
  }
  return Object.entries(roles).flatMap(([role, fillers]) => {
    const actors = new Set(fillers.flatMap((filler) => actorOf(filler) ?? []))
    return [...actors].map((actor) => ({ role, actor }))
  })
}

const actorsNamed = ({ actor, roles }: Annotation): readonly string[] => [
  ...(actor === undefined ? [] : [actor]),
  ...Object.values(roles)
    .flat()
    .flatMap((filler) => ('actor' in filler ? [filler.actor] : [])),
]

const REACH = 60

/** What stands beside the words in their line, as far as it is within reach, in whole words. */
function contextOf(text: string, start: number, end: number) {
  const left = text.slice(Math.max(0, start - REACH), start)
  const right = text.slice(end, end + REACH)
  const [before, after] = [left.slice(left.lastIndexOf('\n') + 1), right.split('\n', 1)[0] as string]
  const isCutLeft = before.length === REACH && start > REACH
  const isCutRight = after.length === REACH && end + REACH < text.length
  return {
    before: isCutLeft ? `…${before.slice(Math.max(0, before.indexOf(' ')))}` : before,
    after: isCutRight ? `${after.slice(0, after.lastIndexOf(' ') + 1)}…` : after,
  }
}
