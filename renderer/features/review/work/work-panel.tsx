export function WorkPanel() {
  return <p>To come.</p>
}
