import { Button, ButtonLink } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Notice } from "@/components/ui/notice";

type Props = {
  /** Where to be certified, and come back here; null once that is done. */
  href: string | null;
  action: (form: FormData) => Promise<void>;
  /** Somebody acts in the person’s name: they cannot do it for them. */
  isHelped: boolean;
};

/** In place of the button that sends, until the draft carries a certified identity. Nothing typed is lost. */
export function CertifyGate({ href, action, isHelped }: Props) {
  if (href && isHelped)
    return (
      <Notice tone="info" title="Il manque une identité certifiée" className="mt-8">
        <p>
          Cette démarche demande que FranceConnect confirme qui est la personne que vous aidez. Elle
          seule peut le faire, depuis son compte. Les réponses sont gardées.
        </p>
      </Notice>
    );
  return (
    <Notice tone="info" title="Il manque votre identité certifiée" className="mt-8">
      <p>
        {href
          ? "Cette démarche demande que FranceConnect confirme qui vous êtes. Vos réponses sont gardées\u00a0: vous revenez ici ensuite."
          : "FranceConnect a confirmé qui vous êtes. Votre nom et votre date de naissance certifiés remplaceront ceux que vous aviez écrits."}
      </p>
      <div className="mt-4">
        {href ? (
          <ButtonLink href={href} icon="shield-check">
            Certifier mon identité
          </ButtonLink>
        ) : (
          <form action={action}>
            <Csrf />
            <Button icon="shield-check">Reprendre mon identité certifiée</Button>
          </form>
        )}
      </div>
    </Notice>
  );
}
