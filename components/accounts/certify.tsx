import { FranceConnectButton } from "./franceconnect-button";

/** What certifying an account changes, said before it is done. */
export function Certify({ comesBack }: { comesBack: boolean }) {
  return (
    <>
      <ul className="mt-6 list-disc space-y-2 pl-6">
        <li>
          Vous choisissez un compte que vous avez déjà&nbsp;: impôts, Assurance maladie, La Poste…
        </li>
        <li>
          Votre prénom, votre nom, votre date de naissance et votre civilité deviennent ceux de
          l’état civil. Vous ne pourrez plus les modifier ici.
        </li>
        <li>Votre courriel et votre mot de passe ne changent pas.</li>
        {comesBack && <li>Vous revenez ensuite à votre démarche, sans rien perdre.</li>}
      </ul>
      <div className="mt-8">
        <FranceConnectButton purpose="certify" />
      </div>
    </>
  );
}
