import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { siteOf } from "@/lib/procedures/model";

/** Said before the click: another site, whose, at which address. */
export function LinkOut({ name, url }: { name: string; url: string }) {
  return (
    <Notice
      tone="info"
      className="mt-8"
      title={`La ${name} traite cette démarche sur son propre site`}
    >
      <p>Vous quittez ce site{"\u00a0"}: cette demande n’apparaîtra pas dans vos demandes.</p>
      <p className="mt-4">
        <ButtonLink href={url} iconAfter="external-link" rel="noreferrer">
          Continuer sur {siteOf(url)}
        </ButtonLink>
      </p>
    </Notice>
  );
}

export function NotHere({ place }: { place: string }) {
  return (
    <Notice
      tone="warn"
      className="mt-8"
      title={`Cette démarche n’est pas encore proposée à ${place}`}
    >
      <p>Votre mairie la traite par téléphone, à l’accueil ou par courrier.</p>
    </Notice>
  );
}

export function AskPlace({ href }: { href: string }) {
  return (
    <Notice tone="info" className="mt-8" title="C’est votre commune qui s’en occupe">
      <p>Dites-nous où vous habitez{"\u00a0"}: le formulaire et les délais en dépendent.</p>
      <p className="mt-4">
        <ButtonLink href={href} icon="map-pin">
          Choisir ma commune
        </ButtonLink>
      </p>
    </Notice>
  );
}
