import { TrackingCode } from "@/components/forms/receipt";
import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/page";
import { ProviderLine } from "@/components/ui/provider-line";
import { heldTrackingCode } from "@/lib/auth/tracking";
import { formatDay } from "@/lib/format/date";
import { openDraft } from "@/lib/requests/queries/open-draft";

export const metadata = { title: "Votre demande est enregistrée" };

type Props = PageProps<"/mes-demandes/[reference]/plus-tard">;

/** How to find the draft again, and until when. */
export default async function LaterPage({ params }: Props) {
  const { reference } = await params;
  const { ctx, draft } = await openDraft(reference);
  const code = ctx.actor.kind === "visitor" ? await heldTrackingCode(ctx.actor.id) : null;
  const until = draft.draftExpiresAt ? formatDay(draft.draftExpiresAt) : null;
  return (
    <Page>
      <PageTitle lead={until && `Vous pouvez la reprendre jusqu’au ${until}, d’ici ou d’ailleurs.`}>
        Votre demande est enregistrée
      </PageTitle>
      <div className="mt-6">
        <ProviderLine name={draft.organisationName} kind={draft.organisationKind} />
        <p className="mt-1 text-h3 font-bold">{draft.title}</p>
      </div>
      {code && (
        <TrackingCode code={code}>
          Saisissez-le dans «&nbsp;Suivre une demande&nbsp;» pour reprendre, sur cet appareil ou un
          autre.
        </TrackingCode>
      )}
      {!code && (
        <p className="mt-6">
          Elle vous attend dans <a href="/mes-demandes">Mes demandes</a>.
        </p>
      )}
      <p className="mt-4 text-ink-soft">
        Rien n’est envoyé au service. Passé ce jour, le brouillon et ses fichiers sont effacés.
      </p>
      <div className="no-print mt-8 flex flex-col gap-3 sm:flex-row sm:items-center sm:gap-6">
        <ButtonLink look="outline" href={`/mes-demandes/${reference}/reprendre`}>
          Reprendre maintenant
        </ButtonLink>
        <ButtonLink look="link" href="/">
          Revenir à l’accueil
        </ButtonLink>
        <ButtonLink look="link" href={`/mes-demandes/${reference}/supprimer`}>
          Supprimer ce brouillon
        </ButtonLink>
      </div>
    </Page>
  );
}
