import { Tag } from "@/components/ui/badge";
import { Section } from "@/components/ui/page";
import type { Passkey } from "@/lib/accounts/model/factors";
import { formatDay, formatDayTime } from "@/lib/format/date";
import { PasskeyForm } from "./passkey-form";

function PasskeyItem({ passkey }: { passkey: Passkey }) {
  const { id, name, isSynced, addedAt, usedAt } = passkey;
  return (
    <li className="py-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a
          href={`/compte/connexion/cles/${id}`}
          className="inline-flex min-h-11 items-center font-bold"
        >
          {name}
        </a>
        <Tag icon="key-round">{isSynced ? "Copiée sur vos appareils" : "Sur un seul appareil"}</Tag>
      </p>
      <p>
        Ajoutée le {formatDay(addedAt)}.{" "}
        {usedAt ? `Dernière utilisation le ${formatDayTime(usedAt)}.` : "Pas encore utilisée."}
      </p>
    </li>
  );
}

type Props = { passkeys: readonly Passkey[]; add: (form: FormData) => Promise<void> };

/** Opens the account with the lock of a device, without a password. */
export function PasskeySection({ passkeys, add }: Props) {
  return (
    <Section id="cles" title="Clés d’accès">
      <p className="mt-3">
        Vous entrez avec le verrouillage de votre téléphone ou de votre ordinateur&nbsp;: empreinte,
        visage ou code. Aucun mot de passe à retenir, et rien qu’un faux site puisse voler.
      </p>
      {passkeys.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {passkeys.map((passkey) => (
            <PasskeyItem key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      <PasskeyForm action={add} purpose="register" label="Ajouter une clé d’accès" />
      <noscript>
        <p className="mt-4">
          Ce navigateur n’utilise pas JavaScript&nbsp;: il ne peut pas en créer.
        </p>
      </noscript>
    </Section>
  );
}
