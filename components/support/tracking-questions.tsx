import { Details } from "@/components/ui/details";

/** What people ask when they look for their tracking code. */
export function TrackingQuestions() {
  return (
    <div className="mt-12 border-t border-line">
      <Details summary={"Où trouver mon code\u202f?"}>
        <p>
          Il est affiché quand vous commencez une demande sans compte, et sur son accusé de
          réception. Nous ne l’envoyons jamais par courriel.
        </p>
      </Details>
      <Details summary="J’ai perdu mon code">
        <p>
          {
            "Appelez le service\u00a0: son numéro est dans le courriel d’accusé de réception, avec la référence de votre demande. Il vous répondra sans code."
          }
        </p>
      </Details>
      <Details summary="J’ai un compte">
        <p>
          <a href="/mes-demandes">Connectez-vous pour voir toutes vos demandes.</a> Une demande
          rattachée à un compte ne s’ouvre plus avec son code.
        </p>
      </Details>
    </div>
  );
}
