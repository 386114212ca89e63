import type { Metadata } from "next";
import { ConfirmMeans } from "@/components/accounts/confirm-means";
import { NotYou } from "@/components/accounts/not-you";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { getAccount } from "@/lib/accounts/queries";
import { getFactors } from "@/lib/accounts/queries/factors";
import { accountPath } from "@/lib/auth/return-path";
import { requireAccount } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { isFranceConnectOn } from "@/lib/integrations/franceconnect";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { signOutAction } from "../actions";
import {
  askConfirmCodeAction,
  confirmByPasskeyAction,
  confirmByPasswordAction,
  confirmByTotpAction,
} from "./actions";

type Props = PageProps<"/compte/confirmer">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Confirmer que c’est vous", "retour" in (await searchParams)) };
}

/** Before a sensitive act, when the last proof is more than 10 minutes old. `vers`: the page that asks. */
export default async function ConfirmPage({ searchParams }: Props) {
  const query = await searchParams;
  const back = accountPath(query.vers);
  const ctx = await requireAccount("/compte");
  const { email } = await orNotFound(getAccount(ctx, ctx.actor.id));
  const { hasPassword, hasFranceConnect, totp, passkeys } = await orNotFound(
    getFactors(ctx.actor.id),
  );
  const posted = await takePosted(query);

  return (
    <Page>
      <PageTitle lead="Avant un changement important, nous vérifions que personne n’utilise votre session à votre place.">
        Est-ce bien vous&#8239;?
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <ConfirmMeans
        email={email}
        posted={posted}
        byPassword={hasPassword ? confirmByPasswordAction.bind(null, back) : null}
        byTotp={totp && confirmByTotpAction.bind(null, back)}
        byPasskey={passkeys.length > 0 ? confirmByPasskeyAction.bind(null, back) : null}
        franceConnect={hasFranceConnect && isFranceConnectOn() ? back : null}
        askCode={hasPassword ? null : askConfirmCodeAction.bind(null, back)}
      />
      <NotYou signOut={signOutAction} />
    </Page>
  );
}
