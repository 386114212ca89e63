export default function HomePage() {
  return <h1>Que voulez-vous faire ?</h1>;
}
