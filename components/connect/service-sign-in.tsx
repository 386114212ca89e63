import { FranceConnectFirst } from "@/components/accounts/franceconnect-button";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { Page, PageTitle } from "@/components/ui/page";
import type { Posted } from "@/lib/result";
import { AudienceNotice } from "./audience-notice";

type Props = {
  /** The page of this sign-in. */
  at: string;
  service: {
    name: string;
    isSandbox: boolean;
    isWrongAccount: boolean;
    hint: string;
    anonymousHref?: string | undefined;
    trackingHref?: string | undefined;
  };
  posted: Posted;
  withFranceConnect: boolean;
};

/** Who are you, for a service that asked. */
export function ServiceSignIn({ at, service, posted, withFranceConnect }: Props) {
  return (
    <Page>
      <PageTitle
        lead={
          <>
            Vous continuerez vers <strong>{service.name}</strong>.
          </>
        }
      >
        Se connecter
      </PageTitle>
      <AudienceNotice service={service} isWrongAccount={service.isWrongAccount} />
      <SignInForm
        action={`${at}/connexion`}
        posted={{ ...posted, values: { email: service.hint, ...posted.values } }}
        suite={at}
        anonymousHref={service.anonymousHref}
        trackingHref={service.trackingHref}
        before={withFranceConnect && !service.isSandbox && <FranceConnectFirst suite={at} />}
      />
    </Page>
  );
}
