import { ProviderLine } from "@/components/ui/provider-line";
import { type Answer, siteOf } from "@/lib/procedures/model";
import { ProcedureCardList, type ProcedureCardProps } from "./procedure-card-list";

export type Procedure = { slug: string; title: string; summary: string; answer: Answer };

/** Who answers, above the title: always somebody by name, or that it depends on the commune. */
function providerOf(answer: Answer): ProcedureCardProps["provider"] {
  switch (answer.kind) {
    case "here":
    case "link": {
      const { name, kind } = answer.provision.organisation;
      return { name, kind };
    }
    case "ask":
      return { name: "Selon votre commune", kind: "commune" };
    case "none":
      return { name: "Pas encore proposée ici", kind: "commune" };
  }
}

export const AnswerLine = ({ answer }: { answer: Answer }) => (
  <ProviderLine {...providerOf(answer)} />
);

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** « 6 min, gratuit », « sur lyon.fr »… */
function factsOf(answer: Answer) {
  switch (answer.kind) {
    case "here": {
      const { durationMinutes, price, isOpenToAnonymous } = answer.provision;
      const account = isOpenToAnonymous ? "sans compte" : "avec un compte";
      return `${durationMinutes}\u00a0min, ${lowerFirst(price)}, ${account}`;
    }
    case "link":
      return `Sur son propre site, ${siteOf(answer.provision.linkUrl ?? "")}`;
    case "ask":
      return "Choisissez votre commune pour savoir qui s’en occupe";
    case "none":
      return "Par téléphone ou à l’accueil de la mairie";
  }
}

type Props = {
  procedures: readonly Procedure[];
  /** Kept in the links. */
  commune?: string | undefined;
  /** Two columns at most, beside a heading. */
  isNarrow?: boolean;
  withSummary?: boolean;
};

export function ProcedureCards({ procedures, commune, isNarrow = false, withSummary }: Props) {
  const search = commune ? `?commune=${commune}` : "";
  const cards = procedures.map(({ slug, title, summary, answer }) => ({
    href: `/demarches/${slug}${search}`,
    title,
    provider: providerOf(answer),
    summary: withSummary ? summary : undefined,
    facts: factsOf(answer),
  }));
  return <ProcedureCardList cards={cards} isNarrow={isNarrow} />;
}
