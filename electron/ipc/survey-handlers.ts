import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { Desk } from '../desk.ts'
import { problemOf } from '../library/disk-problem.ts'
import type { Survey } from '../survey/survey.ts'
import type { Handlers } from './wire.ts'

type SurveyChannel = Extract<keyof Handlers, `survey:${string}`>

/** What is asked of all articles of the workspace; the answers cross as text, as records do. */
export function surveyHandlers(desk: Desk): Pick<Handlers, SurveyChannel> {
  const asking = async (ask: (survey: Survey) => Promise<object>): Promise<Result<string>> => {
    if (!desk.session) return failed('No workspace is open.')
    try {
      return ok(JSON.stringify(await ask(desk.session.survey)))
    } catch (error) {
      return failed(`The workspace could not be looked through: ${problemOf(error)}`)
    }
  }
  return {
    'survey:ask': (query) => asking((survey) => survey.ask(query)),
    'survey:count': (merged) => asking((survey) => survey.count(new Map(Object.entries(merged)))),
  }
}
