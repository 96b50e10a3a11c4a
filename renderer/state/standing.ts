import { type StandingArticle, standingArticle } from '#shared/domain/standing-article.ts'
import { type DeskState, desk, type OpenArticle } from './desk.ts'

/** The open article as it stands; the same object until its corrections or the rules for it are others. */
export const standingOf = (
  { article, text, record }: OpenArticle,
  { cleaning }: Pick<DeskState, 'cleaning'> = desk.getState(),
): StandingArticle => standingArticle({ article, text }, record.corrections, cleaning.united)
