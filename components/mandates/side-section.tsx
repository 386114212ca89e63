import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import type { Side } from "@/lib/mandates/model";

const WORDS: Record<Side, { title: string; none: string; href: string; ask: string }> = {
  person: {
    title: "Les personnes qui m’aident",
    none: "Personne n’agit en votre nom.",
    href: "/compte/mandats/demander",
    ask: "Demander de l’aide à quelqu’un",
  },
  helper: {
    title: "Les personnes que j’aide",
    none: "Vous n’agissez au nom de personne.",
    href: "/compte/mandats/proposer",
    ask: "Proposer mon aide à quelqu’un",
  },
};

/** The mandates where the reader is on this side, and the way to another one. */
export function SideSection({ side, cards }: { side: Side; cards: readonly ReactNode[] }) {
  const { title, none, href, ask } = WORDS[side];
  return (
    <Section title={title}>
      {cards.length > 0 ? (
        <ul className="mt-4 space-y-4">{cards}</ul>
      ) : (
        <p className="mt-3">{none}</p>
      )}
      <p className="mt-6">
        <ButtonLink look="outline" href={href}>
          {ask}
        </ButtonLink>
      </p>
    </Section>
  );
}
