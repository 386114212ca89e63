import { Details } from "@/components/ui/details";
import { formatDay } from "@/lib/format/date";
import { plural } from "@/lib/format/number";
import { helperLabel, overLabel, sideOf } from "@/lib/mandates/model";

type Past = Parameters<typeof overLabel>[0] &
  Parameters<typeof sideOf>[0] &
  Parameters<typeof helperLabel>[0] & {
    id: string;
    personName: string | null;
    endedAt: Date | null;
  };

const nameOf = (mandate: Past, accountId: string) =>
  (sideOf(mandate, accountId) === "person" ? helperLabel(mandate) : mandate.personName) ||
  "Personne invitée";

/** What is over since less than a year. */
export function PastMandates({
  mandates,
  accountId,
}: {
  mandates: readonly Past[];
  accountId: string;
}) {
  if (mandates.length === 0) return null;
  return (
    <div className="mt-12">
      <Details summary={plural(mandates.length, "mandat terminé", "mandats terminés")}>
        <ul className="space-y-2">
          {mandates.map((mandate) => (
            <li key={mandate.id}>
              <a
                href={`/compte/mandats/${mandate.id}`}
                className="inline-flex min-h-11 items-center"
              >
                {nameOf(mandate, accountId)}
              </a>
              {" – "}
              {overLabel(mandate)}
              {mandate.endedAt && `, le ${formatDay(mandate.endedAt)}`}
            </li>
          ))}
        </ul>
      </Details>
    </div>
  );
}
