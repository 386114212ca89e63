import type { Metadata } from "next";
import { ProcedureArticle } from "@/components/procedures/procedure-article";
import { ProcedureBeginning } from "@/components/procedures/procedure-beginning";
import { StartForm } from "@/components/procedures/start-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Page } from "@/components/ui/page";
import { getViewer } from "@/lib/auth/session";
import { kept } from "@/lib/kept";
import { takePosted } from "@/lib/posted";
import { CATEGORY_LABELS } from "@/lib/procedures/model";
import { prefillOf } from "@/lib/procedures/schemas";
import { needsCertified } from "@/lib/requests/queries/certification";
import { findOwnDraft } from "@/lib/requests/queries/find-own-draft";
import { usualDelay } from "@/lib/requests/queries/usual-delay";
import { startRequestAction } from "../../mes-demandes/actions";
import { certifyFirst, pathBack } from "./first";
import { load, type Props } from "./load";

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { procedure } = await load(props);
  return { title: procedure.title, description: procedure.summary };
}

export default async function ProcedurePage(props: Props) {
  const { search, procedure } = await load(props);
  const { answer, slug, category } = procedure;
  const provision = answer.kind === "here" ? answer.provision : null;
  const viewer = await getViewer();
  const [posted, draft, delay] = await Promise.all([
    takePosted(search),
    provision && findOwnDraft(provision.id),
    provision && kept("delay", [provision.id], () => usualDelay(provision.id)),
  ]);
  const at = provision ? `/demarches/${slug}?organisme=${provision.organisation.slug}` : "";
  const prefill = prefillOf(search);
  const back = pathBack(at, prefill);
  const theme = { href: `/demarches?theme=${category}`, label: CATEGORY_LABELS[category] };
  return (
    <Page>
      <Breadcrumbs trail={[{ href: "/", label: "Accueil" }, theme]} current={procedure.title} />
      <article className="mt-4">
        <ProcedureBeginning procedure={procedure} delayDays={delay?.days ?? null} />
        {provision && (
          <StartForm
            action={startRequestAction}
            providerId={provision.id}
            at={at}
            back={back}
            prefill={prefill}
            errors={posted.errors}
            asksForAccount={!viewer && (!provision.isOpenToAnonymous || needsCertified(provision))}
            certifyHref={await certifyFirst(provision, viewer, back)}
            draft={draft}
          />
        )}
        <ProcedureArticle procedure={procedure} />
      </article>
    </Page>
  );
}
