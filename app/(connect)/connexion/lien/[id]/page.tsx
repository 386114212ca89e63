import type { Metadata } from "next";
import { NothingCame } from "@/components/accounts/nothing-came";
import { SignInLink } from "@/components/accounts/sign-in-link";
import { StaleLink } from "@/components/accounts/stale-link";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { isSameBrowser } from "@/lib/accounts/commands/sign-in-link";
import { findOpenCode } from "@/lib/accounts/queries";
import { visitorId } from "@/lib/auth/csrf";
import { takePosted } from "@/lib/posted";
import { resendLinkAction } from "../actions";

type Props = PageProps<"/connexion/lien/[id]">;

export const metadata: Metadata = { title: "Lien de connexion" };

/** Where the link was asked for, and with `cle` where it leads. Opening it changes nothing. */
export default async function LinkPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [code, posted] = await Promise.all([findOpenCode(id, "sign-in"), takePosted(query)]);
  const key = typeof query.cle === "string" ? query.cle : undefined;
  if (!code || (key && code.isOver))
    return <StaleLink href="/connexion/lien" label="Demander un nouveau lien" />;
  if (key)
    return (
      <Page>
        <ErrorSummary errors={posted.errors} />
        <SignInLink
          action={`/connexion/lien/${id}/entrer?cle=${encodeURIComponent(key)}`}
          email={code.email}
          isElsewhere={!isSameBrowser(code.browserHash, await visitorId())}
        />
      </Page>
    );
  return (
    <Page>
      <Done what={query.fait} />
      <PageTitle>Ouvrez votre courriel</PageTitle>
      <ErrorSummary errors={posted.errors} />
      <p className="mt-4 text-lead">
        Si un compte existe avec l’adresse <strong className="break-words">{code.email}</strong>, un
        lien vient de partir. Ouvrez-le sur cet appareil&nbsp;: il est valable 15&nbsp;minutes.
      </p>
      <NothingCame
        resend={resendLinkAction.bind(null, id)}
        posted={posted}
        label="Envoyer un nouveau lien"
      />
    </Page>
  );
}
