"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ChallengePurpose } from "@/lib/accounts/model/factors";
import type { Signed } from "./passkey-ceremony";

type Props = {
  purpose: ChallengePurpose;
  step?: string;
  className: string;
  children: ReactNode;
};

const canSign = () =>
  typeof PublicKeyCredential !== "undefined" &&
  "parseRequestOptionsFromJSON" in PublicKeyCredential;

const isShared = () =>
  document.querySelector<HTMLInputElement>("input[name=shared]")?.checked === true;

/** Fills its form with what the authenticator signed, and sends it. Shown only where the browser knows passkeys. */
export function PasskeyButton({ purpose, step, className, children }: Props) {
  const [isAble, setAble] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const place = useRef<HTMLSpanElement>(null);

  const send = ({ challengeId, credential }: Signed) => {
    const form = place.current?.closest("form");
    if (!form) return;
    const values = { challengeId, credential, ...(isShared() && { shared: "oui" }) };
    for (const [name, value] of Object.entries(values)) {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name, value });
      form.append(input);
    }
    form.requestSubmit();
  };
  const sending = useRef(send);

  useEffect(() => {
    if (!canSign()) return;
    setAble(true);
    if (purpose !== "sign-in") return;
    const ceremony = import("./passkey-ceremony");
    ceremony
      .then(({ signWhenChosen }) => signWhenChosen())
      .then((signed) => signed && sending.current(signed))
      .catch(() => undefined);
    return () => void ceremony.then(({ stopWaiting }) => stopWaiting());
  }, [purpose]);

  const press = async () => {
    setRefused(false);
    try {
      const { sign } = await import("./passkey-ceremony");
      send(await sign({ purpose, step }));
    } catch {
      setRefused(true);
    }
  };

  return (
    <span ref={place}>
      {isAble && (
        <button type="button" className={className} onClick={press}>
          {children}
        </button>
      )}
      {isRefused && (
        <span role="alert" className="mt-2 block">
          Votre clé d’accès n’a pas répondu&nbsp;: rien n’a été fait. Réessayez, ou utilisez un
          autre moyen.
        </span>
      )}
    </span>
  );
}
