import { chooserHref } from "@/components/territory/place-note";
import { formatDelay, formatLegalDelay } from "@/lib/format/number";
import type { Answer, ProcedureContent } from "@/lib/procedures/model";
import { AskPlace, LinkOut, NotHere } from "./elsewhere";
import { KeyFacts } from "./key-facts";
import { AnswerLine } from "./procedure-cards";

type Props = {
  procedure: {
    slug: string;
    title: string;
    summary: string;
    answer: Answer;
    place: { communeName: string } | null;
    provider: { content: ProcedureContent; legalDelayDays: number } | null;
  };
  /** In how many days 8 requests out of 10 got their answer; null when too few did. */
  delayDays: number | null;
};

/** What the person can count on: the delay observed, else the legal one. */
const answerIn = (delayDays: number | null, legalDays: number) =>
  delayDays === null
    ? `Sous ${formatLegalDelay(legalDays)}`
    : `En ${formatDelay(delayDays)}, le plus souvent`;

/** Who, what, and the three figures; or, where the form is not here, where it is. */
export function ProcedureBeginning({ procedure, delayDays }: Props) {
  const { answer, provider, place, slug } = procedure;
  return (
    <>
      <AnswerLine answer={answer} />
      <h1 className="mt-2 text-h1">{procedure.title}</h1>
      <p className="mt-4 text-lead">{procedure.summary}</p>
      {answer.kind === "here" && provider && (
        <KeyFacts
          minutes={answer.provision.durationMinutes}
          price={answer.provision.price}
          answer={answerIn(delayDays, provider.legalDelayDays)}
          deadline={provider.content.deadline}
        />
      )}
      {answer.kind === "link" && answer.provision.linkUrl && (
        <LinkOut name={answer.provision.organisation.name} url={answer.provision.linkUrl} />
      )}
      {answer.kind === "ask" && <AskPlace href={chooserHref(`/demarches/${slug}`)} />}
      {answer.kind === "none" && <NotHere place={place?.communeName ?? "cet endroit"} />}
    </>
  );
}
