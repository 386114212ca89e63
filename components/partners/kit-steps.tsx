const STEPS = [
  [
    "Enregistrez votre organisme",
    "Avec son numéro SIRET. Connectez-vous avec votre compte habituel, puis invitez vos collègues.",
  ],
  [
    "Créez un service d’essai",
    "Il fonctionne tout de suite, sur votre machine aussi, avec huit habitants fictifs et leur boîte aux lettres.",
  ],
  [
    "Suivez la liste de vérifications",
    "Elle regarde votre service se connecter, lui envoie de mauvaises réponses, et dit quoi corriger.",
  ],
  [
    "Demandez la production",
    "Votre délégué à la protection des données remplit une page. La Métropole répond, et vous activez.",
  ],
] as const;

/** From nothing to production, in four steps. */
export function KitSteps() {
  return (
    <ol className="mt-4 list-decimal space-y-3 pl-6">
      {STEPS.map(([title, text]) => (
        <li key={title}>
          <strong>{title}.</strong> {text}
        </li>
      ))}
    </ol>
  );
}
