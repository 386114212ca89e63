export function Terms({ accountName }: { accountName: string }) {
  return (
    <ul className="list-disc space-y-2 pb-4 pl-6">
      <li>{accountName} est gratuit et n’est jamais obligatoire pour faire une démarche.</li>
      <li>
        Le compte est personnel&nbsp;: gardez votre mot de passe pour vous. Aucun agent ne vous le
        demandera.
      </li>
      <li>
        Vous indiquez votre véritable identité&nbsp;: les services publics s’y fient. Une fausse
        déclaration est punie par la loi (article 441-6 du code pénal).
      </li>
      <li>
        Vos informations ne vont à un service qu’avec votre accord, que vous pouvez retirer à tout
        moment.
      </li>
      <li>
        Un compte qui n’a pas servi pendant 36&nbsp;mois peut être fermé, après plusieurs messages.
      </li>
      <li>
        Comment vos données sont traitées&nbsp;:{" "}
        <a href="/donnees-personnelles">données personnelles</a>.
      </li>
    </ul>
  );
}
