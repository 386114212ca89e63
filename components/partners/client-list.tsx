import { Badge } from "@/components/ui/badge";
import { CardLink } from "@/components/ui/card";

type Client = {
  id: string;
  name: string;
  environment: "sandbox" | "production";
  isSuspended: Date | null;
};

/** In the sandbox or in production: by word and icon. */
export function EnvironmentBadge({ environment }: Pick<Client, "environment">) {
  return environment === "sandbox" ? (
    <Badge tone="info" icon="settings">
      Bac à sable
    </Badge>
  ) : (
    <Badge tone="good" icon="circle-check">
      Production
    </Badge>
  );
}

export function ClientList({ slug, clients }: { slug: string; clients: readonly Client[] }) {
  return (
    <ul className="mt-6 grid gap-4">
      {clients.map(({ id, name, environment, isSuspended }) => (
        <CardLink
          key={id}
          heading="h2"
          href={`/partenaires/${slug}/services/${id}`}
          title={name}
          above={
            isSuspended ? (
              <Badge tone="bad" icon="ban">
                Suspendu
              </Badge>
            ) : (
              <EnvironmentBadge environment={environment} />
            )
          }
          below={`Identifiant\u00a0: ${id}`}
        />
      ))}
    </ul>
  );
}
