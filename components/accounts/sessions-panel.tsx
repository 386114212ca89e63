import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Section } from "@/components/ui/page";
import { formatDayTime } from "@/lib/format/date";
import { plural } from "@/lib/format/number";

type Action = (form: FormData) => Promise<void>;

type Props = {
  /** Names of the services opened from this browser. */
  services: readonly string[];
  others: readonly { uid: string; signedInAt: Date }[];
  signOut: Action;
  endOthers: Action;
};

function Others({ others, endOthers }: Pick<Props, "others" | "endOthers">) {
  return (
    <div className="mt-8">
      <p>
        {plural(others.length, "autre appareil connecté", "autres appareils connectés")},
        depuis&nbsp;:
      </p>
      <ul className="mt-2 list-disc pl-6">
        {others.map(({ uid, signedInAt }) => (
          <li key={uid}>{formatDayTime(signedInAt)}</li>
        ))}
      </ul>
      <form action={endOthers} className="mt-4">
        <Csrf />
        <Button look="outline">Déconnecter mes autres appareils</Button>
      </form>
    </div>
  );
}

/** Where the account is open, and how to close it: here, with every service, or everywhere else. */
export function SessionsPanel({ services, others, signOut, endOthers }: Props) {
  return (
    <Section title="Mes connexions">
      <p className="mt-3">
        {services.length > 0
          ? `Services ouverts dans ce navigateur\u00a0: ${services.join(", ")}.`
          : "Aucun service n’est ouvert dans ce navigateur pour le moment."}
      </p>
      <form action={signOut} className="mt-4">
        <Csrf />
        <Button look="outline" icon="log-out">
          Se déconnecter
        </Button>
        <p className="mt-2 text-note text-ink-soft">
          De tous les services ouverts avec ce compte dans ce navigateur.
        </p>
      </form>
      {others.length > 0 && <Others others={others} endOthers={endOthers} />}
    </Section>
  );
}
