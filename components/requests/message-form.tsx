import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { TextArea } from "@/components/ui/field";
import type { Posted } from "@/lib/result";

type Props = {
  action: (form: FormData) => Promise<void>;
  posted: Posted;
  /** Chosen when the page is made: the same form sent twice writes once. */
  id: string;
  label: string;
  hint?: string;
  children?: ReactNode;
};

export function MessageForm({ action, posted, id, label, hint, children }: Props) {
  return (
    <form action={action} noValidate className="no-print mt-6 space-y-4">
      <Csrf />
      <input type="hidden" name="id" value={("body" in posted.values && posted.values.id) || id} />
      <TextArea {...fieldOf(posted, "body")} label={label} hint={hint} rows={3} />
      {children}
      <Button look="outline">Envoyer le message</Button>
    </form>
  );
}
