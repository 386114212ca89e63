import type { ComponentProps } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import { AccessList } from "./access-list";

type Props = ComponentProps<typeof AccessList> & { next: string | null };

export function MyReadings({ accesses, next, contact }: Props) {
  return (
    <Section id="lectures" title="Qui a lu mes données" className="mt-14">
      <p className="mt-2">
        Chaque lecture de votre compte par un service raccordé est inscrite ici. Rien n’est masqué.
      </p>
      {accesses.length === 0 ? (
        <p className="mt-4 text-ink-soft">Aucune lecture pour le moment.</p>
      ) : (
        <AccessList accesses={accesses} contact={contact} />
      )}
      <div className="mt-5 flex flex-wrap gap-x-6 gap-y-2">
        {next && (
          <ButtonLink look="outline" href={`/mes-donnees?avant=${next}#lectures`}>
            Voir les lectures plus anciennes
          </ButtonLink>
        )}
        {accesses.length > 0 && (
          <ButtonLink look="link" icon="download" href="/mes-donnees/lectures">
            Télécharger la liste (CSV)
          </ButtonLink>
        )}
      </div>
    </Section>
  );
}
