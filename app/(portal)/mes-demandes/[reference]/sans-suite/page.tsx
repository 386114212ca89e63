import { redirect } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/page";
import { ProviderLine } from "@/components/ui/provider-line";
import { walk } from "@/lib/forms/model";
import { openDraft } from "@/lib/requests/queries/open-draft";

export const metadata = { title: "Cette démarche s’arrête ici" };

type Props = PageProps<"/mes-demandes/[reference]/sans-suite">;

/** Answers that lead no further: why, where else to go, and the way back if one of them is wrong. */
export default async function ExitPage({ params }: Props) {
  const { reference } = await params;
  const { draft } = await openDraft(reference);
  const last = walk(draft.definition, draft.typed).at(-1);
  if (!last?.exit) redirect(`/mes-demandes/${reference}/reprendre`);
  const { title, text, link } = last.exit;
  return (
    <Page>
      <ProviderLine name={draft.organisationName} kind={draft.organisationKind} />
      <p className="mt-1 text-ink-soft">{draft.title}</p>
      <PageTitle>{title}</PageTitle>
      <p className="mt-4 whitespace-pre-line">{text}</p>
      {link && (
        <p className="mt-4">
          <a href={link.href} className="inline-flex min-h-11 items-center">
            {link.label}
          </a>
        </p>
      )}
      <p className="mt-4 text-ink-soft">Rien n’est envoyé au service.</p>
      <div className="no-print mt-8 flex flex-col gap-3 sm:flex-row sm:items-center sm:gap-6">
        <ButtonLink look="outline" href={`/mes-demandes/${reference}/${last.step.id}`}>
          Modifier mes réponses
        </ButtonLink>
        <ButtonLink look="link" href={`/mes-demandes/${reference}/supprimer`}>
          Supprimer ce brouillon
        </ButtonLink>
      </div>
    </Page>
  );
}
