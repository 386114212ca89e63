/** What was looked at, and what was not. */
export function Checks() {
  return (
    <>
      <h2>Ce qui est vérifié</h2>
      <ul>
        <li>
          À chaque version, un robot (axe-core) passe sur les pages, en clair et en sombre, sur
          petit et grand écran. Il ne voit qu’une partie des critères.
        </li>
        <li>Les couleurs des textes et des contrôles sont mesurées dans les deux thèmes.</li>
        <li>Les démarches se font sans JavaScript, au clavier, et à partir de 320 pixels.</li>
      </ul>
      <h2>Ce qui ne l’est pas encore</h2>
      <ul>
        <li>Un audit des 106 critères du RGAA par une personne formée.</li>
        <li>Des essais suivis avec des lecteurs d’écran et avec des personnes concernées.</li>
        <li>
          Les fichiers joints par les usagers ou remis par les collectivités&nbsp;: ils peuvent ne
          pas être accessibles. Demandez-les sous une autre forme.
        </li>
      </ul>
    </>
  );
}

/** Whom to turn to when nobody answers. */
export function Remedies() {
  return (
    <>
      <h2>Voies de recours</h2>
      <p>
        Vous avez signalé un défaut qui vous empêche d’accéder à un contenu ou à un service, et vous
        n’avez pas eu de réponse satisfaisante&#8239;? Vous pouvez&nbsp;:
      </p>
      <ul>
        <li>
          écrire au Défenseur des droits, par{" "}
          <a href="https://formulaire.defenseurdesdroits.fr/">son formulaire</a>&#8239;;
        </li>
        <li>
          joindre{" "}
          <a href="https://www.defenseurdesdroits.fr/saisir/delegues">
            son délégué dans votre région
          </a>{" "}
          ;
        </li>
        <li>
          lui envoyer un courrier, gratuitement et sans timbre&nbsp;: Défenseur des droits, Libre
          réponse 71120, 75342 Paris CEDEX 07.
        </li>
      </ul>
    </>
  );
}
