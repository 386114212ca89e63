import { Tag } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Csrf } from "@/components/ui/csrf";
import { formatDayTime } from "@/lib/format/date";

type Session = {
  /** « Firefox sur Windows » */
  device: string | null;
  openedAt: Date;
  activeAt: Date;
  isShared: boolean;
};

type Props = {
  session: Session;
  /** Names of the services opened through it. */
  services: readonly string[];
  isHere: boolean;
  signOut: (form: FormData) => Promise<void>;
};

/** A browser where the account is open. */
export function SessionCard({ session, services, isHere, signOut }: Props) {
  const { device, openedAt, activeAt, isShared } = session;
  const name = device ?? "Appareil non reconnu";
  return (
    <Card as="li">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-h4">{name}</h3>
        {isHere && (
          <Tag icon="circle-check" tone="good">
            Cet appareil
          </Tag>
        )}
        {isShared && <Tag icon="users-round">Appareil partagé</Tag>}
      </div>
      <p className="mt-2">
        Connecté depuis le {formatDayTime(openedAt)}.
        {!isHere && <> Dernière activité le {formatDayTime(activeAt)}.</>}
      </p>
      <p className="mt-1">
        {services.length > 0
          ? `Services ouverts\u00a0: ${services.join(", ")}.`
          : "Aucun service ouvert."}
      </p>
      <form action={signOut} className="mt-4">
        <Csrf />
        <Button look="outline">
          {isHere ? "Se déconnecter" : "Déconnecter"}
          <span className="sr-only">{`\u00a0: ${name}, depuis le ${formatDayTime(openedAt)}`}</span>
        </Button>
      </form>
    </Card>
  );
}
