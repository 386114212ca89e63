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
import { prefillOf, procedureParams } from "@/lib/procedures/schemas";
import { needsCertified } from "@/lib/requests/queries/certification";
import { usualDelay } from "@/lib/requests/queries/usual-delay";
import { startRequestAction } from "../../mes-demandes/actions";
import { certifyFirst, pathBack } from "./first";
import { loadProcedure } from "./load";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function load({ params, searchParams }: Props) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const { commune, organisme } = procedureParams.parse(search);
  return { search, procedure: await loadProcedure(slug, commune, organisme) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { procedure } = await load(props);
  return { title: procedure.title, description: procedure.summary };
}

export default async function ProcedurePage(props: Props) {
  const { search, procedure } = await load(props);
  const { answer, slug, category } = procedure;
  const provision = answer.kind === "here" ? answer.provision : null;
  const [viewer, posted, delay] = await Promise.all([
    getViewer(),
    takePosted(search),
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
          />
        )}
        <ProcedureArticle procedure={procedure} />
      </article>
    </Page>
  );
}
