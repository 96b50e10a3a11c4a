export function ActorsView() {
  return <h2>Actors</h2>
}
