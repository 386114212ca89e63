import type { Metadata } from "next";
import { EditPage } from "@/components/accounts/edit-page";
import { QrCode } from "@/components/accounts/qr-code";
import { StaleLink } from "@/components/accounts/stale-link";
import { TotpField } from "@/components/accounts/totp-field";
import { getAccount } from "@/lib/accounts/queries";
import { findPendingTotp } from "@/lib/accounts/queries/factors";
import { codeId } from "@/lib/accounts/schemas";
import { requireRecentProof } from "@/lib/auth/proof";
import { totpUri } from "@/lib/auth/totp";
import { pageTitle } from "@/lib/format/text";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { confirmTotpAction } from "../../actions";

type Props = PageProps<"/compte/connexion/application/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Application de codes", "retour" in (await searchParams)) };
}

const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(" ") ?? secret;

export default async function TotpPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const ctx = await requireRecentProof(`/compte/connexion/application/${id}`);
  const secret = codeId.safeParse(id).success ? await findPendingTotp(ctx, id) : null;
  if (!secret) return <StaleLink href="/compte/connexion" label="Mes moyens de connexion" />;
  const { email } = await orNotFound(getAccount(ctx, ctx.actor.id));
  const posted = await takePosted(query);

  return (
    <EditPage
      done={query.fait}
      back={{ href: "/compte/connexion", label: "Mes moyens de connexion" }}
      title="Ajouter une application de codes"
      lead="Une application gratuite de votre téléphone (FreeOTP, Aegis, Google Authenticator…) montrera un code à recopier après votre mot de passe."
      action={confirmTotpAction.bind(null, id)}
      errors={posted.errors}
      submitLabel="Activer les codes"
    >
      <div>
        <h2 className="text-h3">1. Ajoutez votre compte dans l’application</h2>
        <p className="mt-2 mb-4">Avec l’appareil photo de l’application, visez ce dessin.</p>
        <QrCode text={totpUri(secret, email)} label="Dessin à viser avec l’application de codes" />
        <p className="mt-4">
          Ou tapez cette clé dans l’application&nbsp;:{" "}
          <strong className="block break-words font-mono" translate="no">
            {grouped(secret)}
          </strong>
        </p>
      </div>
      <h2 className="pt-4 text-h3">2. Recopiez le code qu’elle montre</h2>
      <TotpField posted={posted} />
    </EditPage>
  );
}
