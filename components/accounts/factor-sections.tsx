import { Tag } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page";
import type { Factors } from "@/lib/accounts/model/factors";
import { formatDay, formatDayTime } from "@/lib/format/date";
import { plural } from "@/lib/format/number";

type Action = (form: FormData) => Promise<void>;

const usedOn = (at: Date | null) =>
  at ? `Dernière utilisation le ${formatDayTime(at)}.` : "Pas encore utilisée.";

/** A code asked after the password. */
export function TotpSection({
  totp,
  add,
  remove,
}: {
  totp: Factors["totp"];
  add: Action;
  remove: Action;
}) {
  return (
    <Section id="application" title="Application de codes">
      {totp ? (
        <>
          <p className="mt-3">
            <Tag icon="circle-check" tone="good">
              Active depuis le {formatDay(totp.addedAt)}
            </Tag>
          </p>
          <p className="mt-2">
            Un code est demandé à chaque connexion, après la première preuve. {usedOn(totp.usedAt)}
          </p>
        </>
      ) : (
        <p className="mt-3">
          Un code de votre téléphone, demandé après le mot de passe&nbsp;: qui connaît votre mot de
          passe n’entre pas.
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        <form action={add}>
          <Csrf />
          <Button look="outline" icon="smartphone">
            {totp ? "Changer de téléphone" : "Ajouter une application de codes"}
          </Button>
        </form>
        {totp && (
          <form action={remove}>
            <Csrf />
            <Button look="link">Retirer l’application</Button>
          </form>
        )}
      </div>
    </Section>
  );
}

/** To somebody who works for an organisation; and the way on to the service that waits. */
export function AgentNotice({ canGoOn, onward }: { canGoOn: boolean; onward: string }) {
  if (!canGoOn)
    return (
      <Notice tone="info" className="mt-6" title="Votre compte est celui d’un agent">
        <p>Ajoutez au moins une clé d’accès ou une application de codes.</p>
      </Notice>
    );
  if (!onward.startsWith("/interaction/")) return null;
  return (
    <p className="mt-6">
      <ButtonLink href={onward} iconAfter="arrow-right">
        Continuer
      </ButtonLink>
    </p>
  );
}

/** Written on paper, for the day the rest is lost. */
export function RecoverySection({ left }: { left: number }) {
  return (
    <Section id="codes" title="Codes de secours">
      <p className="mt-3">
        {left > 0
          ? `${plural(left, "code", "codes")} à utiliser si vous perdez votre téléphone.`
          : "Vous n’en avez aucun\u00a0: si vous perdez votre téléphone, vous ne pourrez plus entrer seul."}
      </p>
      <p className="mt-1">
        <a href="/compte/connexion/codes" className="inline-flex min-h-11 items-center font-bold">
          Mes codes de secours
        </a>
      </p>
    </Section>
  );
}
