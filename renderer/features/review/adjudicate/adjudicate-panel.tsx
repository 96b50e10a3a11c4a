export function AdjudicatePanel() {
  return <p>To come.</p>
}
