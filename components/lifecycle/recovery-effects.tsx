/** What becomes of an account once it is recovered, said before. */
export function RecoveryEffects() {
  return (
    <ul className="mt-3 list-disc space-y-2 pl-6">
      <li>tous les appareils sont déconnectés, ici et dans chaque service&nbsp;;</li>
      <li>
        l’ancien mot de passe, les clés d’accès, l’application de codes et les codes de secours
        n’ouvrent plus rien&nbsp;;
      </li>
      <li>FranceConnect, s’il ouvrait le compte, l’ouvre toujours&nbsp;;</li>
      <li>vos informations, vos accords et vos demandes restent&nbsp;;</li>
      <li>l’ancienne adresse est prévenue, et peut reprendre le compte pendant 7&nbsp;jours.</li>
    </ul>
  );
}
