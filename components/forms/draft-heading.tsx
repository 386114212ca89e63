import type { ReactNode } from "react";
import { ProviderLine } from "@/components/ui/provider-line";
import { StepIndicator } from "@/components/ui/step-indicator";
import type { OrganisationKind } from "@/lib/organisations/model";

type Props = {
  draft: { organisationName: string; organisationKind: OrganisationKind; title: string };
  progress: { position: number; total: number };
  title: string;
  next?: string | undefined;
  children?: ReactNode;
};

/** Who gives the service, which one it is, where one stands in it. */
export function DraftHeading({ draft, progress, title, next, children }: Props) {
  return (
    <div className="mt-8">
      <ProviderLine name={draft.organisationName} kind={draft.organisationKind} />
      <p className="mt-1 text-ink-soft">{draft.title}</p>
      <StepIndicator current={progress.position} total={progress.total} title={title} next={next} />
      {children}
    </div>
  );
}
