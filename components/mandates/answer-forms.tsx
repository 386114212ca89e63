import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";

type Action = (form: FormData) => Promise<void>;

type Props = {
  accept: Action;
  refuse: Action;
  /** What accepting means for whoever reads. */
  children: ReactNode;
};

/** Two buttons of the same look: refusing is as easy. */
export function AnswerForms({ accept, refuse, children }: Props) {
  return (
    <>
      <div className="mt-8 space-y-3">{children}</div>
      <div className="mt-8 grid gap-3 sm:grid-cols-2">
        <form action={refuse}>
          <Csrf />
          <Button look="outline" className="min-h-14 w-full">
            Refuser
          </Button>
        </form>
        <form action={accept}>
          <Csrf />
          <Button look="outline" className="min-h-14 w-full">
            Accepter ce mandat
          </Button>
        </form>
      </div>
    </>
  );
}
