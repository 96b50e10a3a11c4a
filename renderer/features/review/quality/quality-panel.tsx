export function QualityPanel() {
  return <p>To come.</p>
}
