import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";

type Props = {
  /** One card each. */
  children: readonly ReactNode[];
  endAll: (form: FormData) => Promise<void>;
};

/** The browsers other than this one, and one press to sign out of them all. */
export function OtherSessions({ children, endAll }: Props) {
  if (children.length === 0)
    return <p className="mt-3">Votre compte n’est ouvert nulle part ailleurs.</p>;
  return (
    <>
      <ul className="mt-4 space-y-4">{children}</ul>
      <form action={endAll} className="mt-6">
        <Csrf />
        <Button look="outline" icon="log-out">
          Déconnecter tous mes autres appareils
        </Button>
      </form>
    </>
  );
}
