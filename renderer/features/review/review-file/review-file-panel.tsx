import { MakeFile } from './make-file.tsx'
import css from './review-file.module.css'
import { TakeAnswers } from './take-answers.tsx'

/** A review by somebody who has no Glosswright: a file goes out, and the answers come in. */
export const ReviewFilePanel = () => (
  <div className={css.panel}>
    <MakeFile />
    <TakeAnswers />
  </div>
)
