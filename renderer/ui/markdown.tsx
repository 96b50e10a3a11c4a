import Markdown from 'react-markdown'
import css from './markdown.module.css'

const ELEMENTS = ['h1', 'h2', 'h3', 'p', 'ol', 'ul', 'li', 'strong', 'em', 'code', 'blockquote']

/** Words written in Markdown. HTML in them is left out, and so is what could lead away or load something. */
export const MarkdownText = ({ text }: { readonly text: string }) => (
  <div className={css.text}>
    <Markdown skipHtml allowedElements={ELEMENTS} unwrapDisallowed>
      {text}
    </Markdown>
  </div>
)
