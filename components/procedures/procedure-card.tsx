import { CardLink } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { ProviderLine } from "@/components/ui/provider-line";
import { type Answer, siteOf } from "@/lib/procedures/model";

export type Procedure = { slug: string; title: string; summary: string; answer: Answer };

/** Who answers, above the title: always somebody by name, or that it depends on the commune. */
export function AnswerLine({ answer }: { answer: Answer }) {
  switch (answer.kind) {
    case "here":
    case "link":
      return (
        <ProviderLine
          name={answer.provision.organisation.name}
          kind={answer.provision.organisation.kind}
        />
      );
    case "ask":
      return <ProviderLine name="Selon votre commune" kind="commune" />;
    case "none":
      return <ProviderLine name="Pas encore proposée ici" kind="commune" />;
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** « 6 min, gratuit », « sur lyon.fr »… */
export function factsOf(answer: Answer) {
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

type CardsProps = {
  procedures: readonly Procedure[];
  /** Kept in the links. */
  commune?: string | undefined;
  /** Two columns at most, beside a heading. */
  isNarrow?: boolean;
  withSummary?: boolean;
};

export function ProcedureCards({ procedures, commune, isNarrow, withSummary }: CardsProps) {
  const search = commune ? `?commune=${commune}` : "";
  return (
    <ul
      className={cx("grid gap-4 sm:grid-cols-2", isNarrow ? "max-lg:mt-4" : "mt-5 lg:grid-cols-3")}
    >
      {procedures.map(({ slug, title, summary, answer }) => (
        <CardLink
          key={slug}
          href={`/demarches/${slug}${search}`}
          title={title}
          above={<AnswerLine answer={answer} />}
          below={
            <>
              {withSummary && <span className="mb-2 block text-body text-ink">{summary}</span>}
              {factsOf(answer)}
            </>
          }
        />
      ))}
    </ul>
  );
}
