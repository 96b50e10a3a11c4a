export function ReviewFilePanel() {
  return <p>To come.</p>
}
