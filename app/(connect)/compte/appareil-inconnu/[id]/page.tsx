import type { Metadata } from "next";
import { StaleLink } from "@/components/accounts/stale-link";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { findDevice, findOpenCode } from "@/lib/accounts/queries";
import { system } from "@/lib/auth/actor";
import { formatDayTime } from "@/lib/format/date";
import { takePosted } from "@/lib/posted";
import { refuseDeviceAction } from "../actions";

export const metadata: Metadata = { title: "Ce n’était pas moi" };

type Props = PageProps<"/compte/appareil-inconnu/[id]">;

/** Opened from a mail, perhaps by a program that looks at links: it only explains. */
export default async function UnknownDevicePage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [code, posted] = await Promise.all([findOpenCode(id, "refuse-device"), takePosted(query)]);
  const device = code?.deviceId ? await findDevice(system("accounts"), code.deviceId) : null;
  if (!code || code.isOver || !device)
    return <StaleLink href="/mot-de-passe-oublie" label="Choisir un nouveau mot de passe" />;
  const key = typeof query.cle === "string" ? query.cle : "";

  return (
    <Page>
      <PageTitle
        lead={
          <>
            <strong>{device.name}</strong>, le {formatDayTime(device.firstSeenAt)}.
          </>
        }
      >
        Vous ne connaissez pas cet appareil&#8239;?
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <p className="mt-6">
        Si ce n’était pas vous, quelqu’un connaît votre mot de passe. Dès que vous appuyez&nbsp;:
      </p>
      <ul className="mt-3 list-disc space-y-2 pl-6">
        <li>toutes vos sessions se ferment, ici et dans chaque service&nbsp;;</li>
        <li>votre mot de passe n’ouvre plus rien, et vous en choisissez un autre&nbsp;;</li>
        <li>votre compte garde, ou retrouve, l’adresse où vous avez reçu ce message.</li>
      </ul>
      <form action={refuseDeviceAction.bind(null, id, key)} className="mt-8">
        <Csrf />
        <Button className="w-full sm:w-auto sm:px-8">Ce n’était pas moi</Button>
      </form>
      <p className="mt-6">C’était vous&#8239;? Fermez cette page&nbsp;: rien n’a changé.</p>
    </Page>
  );
}
