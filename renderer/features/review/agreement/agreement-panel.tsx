export function AgreementPanel() {
  return <p>To come.</p>
}
