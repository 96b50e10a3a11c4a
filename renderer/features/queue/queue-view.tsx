export function QueueView() {
  return <h2>Queue</h2>
}
