export function SchemeView() {
  return <h2>Scheme</h2>
}
