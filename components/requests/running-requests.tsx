import type { ComponentProps } from "react";
import { RequestCards } from "./request-cards";

type Props = ComponentProps<typeof RequestCards>;

/** On the home page: what awaits the resident, and what they await. */
export function RunningRequests({ requests }: Props) {
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="titre-en-cours" className="mt-12">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="titre-en-cours" className="text-h2">
          Mes demandes en cours
        </h2>
        <a href="/mes-demandes" className="inline-flex min-h-11 items-center">
          Toutes mes demandes
        </a>
      </div>
      <RequestCards requests={requests} />
    </section>
  );
}
