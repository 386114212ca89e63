import type { ComponentProps } from "react";
import { Icon } from "@/components/ui/icon";
import { Unbroken } from "@/components/ui/unbroken";
import { plural } from "@/lib/format/number";
import { ProcedureCards } from "./procedure-cards";

type Props = {
  procedures: ComponentProps<typeof ProcedureCards>["procedures"];
  /** Where the person said they are. */
  communeName: string | undefined;
  /** How many there are in all. */
  count: number;
};

/** On the home page: what most people come for, and the way to all the rest. */
export function PopularProcedures({ procedures, communeName, count }: Props) {
  return (
    <section aria-labelledby="titre-demarches" className="mt-12">
      <h2 id="titre-demarches" className="text-h2">
        <Unbroken>
          {`Les démarches les plus demandées${communeName ? ` à ${communeName}` : ""}`}
        </Unbroken>
      </h2>
      <ProcedureCards procedures={procedures} />
      <p className="mt-4">
        <a href="/demarches" className="inline-flex min-h-11 items-center gap-1.5 font-bold">
          Voir les {plural(count, "démarche")}
          <Icon name="arrow-right" />
        </a>
      </p>
    </section>
  );
}
