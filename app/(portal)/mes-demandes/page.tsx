import { MyRequests, NothingYet } from "@/components/requests/my-requests";
import { ButtonLink } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { Page, PageTitle } from "@/components/ui/page";
import { requireResident } from "@/lib/auth/session";
import { listMine, readClosedCursor } from "@/lib/requests/queries/list-mine";

export const metadata = { title: "Mes demandes" };

export default async function MyRequestsPage({ searchParams }: PageProps<"/mes-demandes">) {
  const { apres, fait } = await searchParams;
  const after = readClosedCursor(apres);
  const ctx = await requireResident("/mes-demandes");
  const { drafts, open, closed, next } = await listMine(ctx, after);
  const isEmpty = drafts.length + open.length + closed.length === 0 && !after;
  return (
    <Page>
      <Done what={fait} />
      <PageTitle>Mes demandes</PageTitle>
      {isEmpty && <NothingYet />}
      <MyRequests {...(after ? {} : { drafts, open })} closed={closed} />
      <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-4">
        {after && (
          <ButtonLink look="outline" href="/mes-demandes">
            Les plus récentes
          </ButtonLink>
        )}
        {next && (
          <ButtonLink look="outline" href={`/mes-demandes?apres=${next}`} iconAfter="chevron-right">
            Les plus anciennes
          </ButtonLink>
        )}
      </nav>
      <p className="mt-12">
        Une demande déposée sans compte{"\u202f"}?{" "}
        <a href="/suivi">La retrouver avec son code de suivi</a>
      </p>
    </Page>
  );
}
