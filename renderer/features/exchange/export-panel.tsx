export function ExportPanel() {
  return <p>To come.</p>
}
