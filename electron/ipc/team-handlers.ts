import { failed } from '#shared/domain/result.ts'
import { personName } from '../library/ids.ts'
import type { Session } from '../session.ts'
import type { HandlerParts } from './handler-parts.ts'
import type { Handlers } from './wire.ts'

const NO_WORKSPACE = 'No workspace is open.'

/** Who annotates here, how far all are, and what they say of an article. */
export function teamHandlers({
  desk,
}: HandlerParts): Pick<
  Handlers,
  'team:read' | 'team:progress' | 'annotator:switch' | 'article:marks' | 'review:edit'
> {
  const session = (): Session => {
    if (!desk.session) throw new Error(NO_WORKSPACE)
    return desk.session
  }
  return {
    'team:read': () => session().team.view(),
    'team:progress': () => desk.session?.team.progress() ?? failed(NO_WORKSPACE),
    'annotator:switch': (typed) => {
      const name = personName(typed)
      return name.ok ? desk.switchAnnotator(name.value) : name
    },
    'article:marks': (articleId, wanted) =>
      desk.session?.team.marks(articleId, wanted) ?? failed(NO_WORKSPACE),
    'review:edit': (articleId, annotator, edit) =>
      desk.session?.team.edit(articleId, annotator, edit) ?? failed(NO_WORKSPACE),
  }
}
