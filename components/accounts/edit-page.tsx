import type { ReactNode } from "react";
import { BackLink } from "@/components/ui/back-link";
import { Button, ButtonLink } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import type { FieldErrors } from "@/lib/result";

type Props = {
  /** The page's own `?fait=`. */
  done?: unknown;
  /** Where one comes from; the account's home unless told. */
  back?: { href: string; label: string };
  title: string;
  lead?: ReactNode;
  action: (form: FormData) => Promise<void>;
  errors: FieldErrors;
  submitLabel: string;
  children: ReactNode;
};

/** One thing of the account at a time, and the way back. */
export function EditPage(props: Props) {
  const { done, title, lead, action, errors, submitLabel, children } = props;
  const { href, label } = props.back ?? { href: "/compte", label: "Mon compte" };
  return (
    <Page>
      <Done what={done} />
      <BackLink href={href}>{label}</BackLink>
      <PageTitle lead={lead}>{title}</PageTitle>
      <ErrorSummary errors={errors} />
      <form action={action} noValidate className="mt-8 space-y-5">
        <Csrf />
        {children}
        <div className="flex flex-wrap gap-x-6 gap-y-3 pt-3">
          <Button className="w-full sm:w-auto sm:px-8">{submitLabel}</Button>
          <ButtonLink look="link" href={href}>
            Annuler
          </ButtonLink>
        </div>
      </form>
    </Page>
  );
}
