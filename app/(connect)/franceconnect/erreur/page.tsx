import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IdentificationFailure } from "@/components/accounts/identification-failure";
import { continuation } from "@/lib/accounts/model";
import { WHY_NOBODY } from "@/lib/accounts/model/civil-identity";
import { findAccountSession } from "@/lib/auth/account-session";
import { beforeFranceConnect } from "@/lib/auth/identification";
import { isFranceConnectOn } from "@/lib/integrations/franceconnect";

export const metadata: Metadata = { title: "FranceConnect" };

export default async function FranceConnectFailurePage({
  searchParams,
}: PageProps<"/franceconnect/erreur">) {
  const { raison, suite: asked } = await searchParams;
  const reason = WHY_NOBODY.find((one) => one === raison);
  if (!reason) notFound();
  const [suite, session] = [continuation(asked), await findAccountSession()];
  const isCertifying = suite === "/compte/certification" && session !== null;
  const back = isCertifying
    ? { href: "/compte", label: "Revenir à mon compte" }
    : { href: beforeFranceConnect(suite), label: "Me connecter avec mon mot de passe" };
  const purpose = isCertifying ? "certify" : "sign-in";
  return (
    <IdentificationFailure
      reason={reason}
      back={back}
      again={isFranceConnectOn() ? { suite, purpose } : null}
    />
  );
}
