export function MergePanel() {
  return <p>To come.</p>
}
