export function TeamPanel() {
  return <p>To come.</p>
}
