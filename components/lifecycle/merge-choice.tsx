import { Button, ButtonLink } from "@/components/ui/button";
import { Radios } from "@/components/ui/choices";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { Section } from "@/components/ui/page";
import type { Posted } from "@/lib/result";

const LIST = "mt-3 list-disc space-y-2 pl-6";

type Props = { id: string; sides: readonly { id: string; email: string }[]; posted: Posted };

export function MergeChoice({ id, sides, posted }: Props) {
  const options = sides.map((side) => ({ value: side.id, label: side.email }));
  return (
    <>
      <Section title="Ce que le compte gardé reprend">
        <ul className={LIST}>
          <li>les accords que seul l’autre avait donnés&nbsp;;</li>
          <li>FranceConnect, si l’autre seul était certifié, et vos enfants&nbsp;;</li>
          <li>ses appareils et son journal&nbsp;;</li>
          <li>ses demandes, sur le portail, à votre prochaine connexion.</li>
        </ul>
      </Section>
      <Section title="Ce qui disparaît avec l’autre">
        <ul className={LIST}>
          <li>son adresse, son mot de passe et ses autres moyens de connexion&nbsp;;</li>
          <li>le nom, le téléphone et l’adresse qui y étaient écrits&nbsp;;</li>
          <li>les mandats donnés ou reçus avec lui.</li>
        </ul>
        <p className="mt-3">
          Les services que vous ouvriez avec l’un ou l’autre vous reconnaîtront. Tous vos appareils
          seront déconnectés, sauf celui-ci.
        </p>
      </Section>
      <form method="post" action={`/compte/fusion/${id}/reunir`} className="mt-10 space-y-6">
        <Csrf />
        <div className="wrap-anywhere">
          <Radios {...fieldOf(posted, "keptId")} label="Le compte que je garde" options={options} />
        </div>
        <div className="flex flex-wrap gap-x-6 gap-y-3">
          <Button className="w-full sm:w-auto">Réunir mes deux comptes</Button>
          <ButtonLink look="link" href="/compte">
            Ne rien changer
          </ButtonLink>
        </div>
      </form>
    </>
  );
}
