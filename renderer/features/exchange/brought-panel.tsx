export function BroughtPanel() {
  return <p>To come.</p>
}
