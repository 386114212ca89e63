"use client";

import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { ConnectFooter, PortalFooter } from "./footers";
import { Logo } from "./logo";
import { Main, type FrameProps as Props } from "./main";
import { PortalHeader } from "./portal-header";
import { SkipLink } from "./skip-link";

// In the frames’ chunk: one of its own would be one request more on every page.
export { Missing } from "./missing";

/** Above everything, said by the server: in whose name somebody acts. */
type Banner = Props & { banner?: ReactNode };

export function PortalFrame({ frame, banner, children }: Banner) {
  const { portalName, person, accountUrl, sourceUrl } = frame;
  return (
    <>
      <SkipLink />
      {banner}
      <PortalHeader name={portalName} person={person} accountUrl={accountUrl} />
      <Main home="/">{children}</Main>
      <PortalFooter name={portalName} sourceUrl={sourceUrl} />
    </>
  );
}

/** The account is a site of its own: no menu, one way to help. */
export function ConnectFrame({ frame, children }: Props) {
  const { accountName, publisher } = frame;
  return (
    <>
      <SkipLink />
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-wide flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3 sm:px-6">
          <Logo href="/compte" name={accountName} tagline="Votre compte unique" />
          <a href="/aide-connexion" className="inline-flex min-h-11 items-center gap-2">
            <Icon name="life-buoy" />
            Aide
          </a>
        </div>
      </header>
      <Main home="/compte">{children}</Main>
      <ConnectFooter name={accountName} publisher={publisher} />
    </>
  );
}

/** Pages that exist on both hosts take the frame of the host that was asked. */
export function HostFrame({ frame, banner, children }: Banner) {
  if (frame.host === "connect") return <ConnectFrame frame={frame}>{children}</ConnectFrame>;
  return (
    <PortalFrame frame={frame} banner={banner}>
      {children}
    </PortalFrame>
  );
}
