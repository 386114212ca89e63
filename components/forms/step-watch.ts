import { zodResolver } from "@hookform/resolvers/zod";
import { createFormControl, type FieldErrors as NestedErrors } from "react-hook-form";
import * as z from "zod";
import { type Answers, stepSchema, type Typed } from "@/lib/forms/model";
import type { Step } from "@/lib/forms/schemas";
import type { FieldErrors } from "@/lib/result";
import { saveAsOneTypes, typedIn } from "./step-autosave";
import { markErrors } from "./step-marks";

// Compiling schemas needs eval, which our content security policy refuses.
z.config({ jitless: true });

type Watch = {
  first: FormData;
  address: string;
  show: (errors: FieldErrors) => void;
  signal: AbortSignal;
};

/** What `GET` of the step's address answers. */
type Checked = { step: Pick<Step, "fields" | "postConditions">; before: Answers; today: string };

/** By control name, as everywhere else: `enfants.0.prenom`. */
function flat(errors: NestedErrors, prefix = ""): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([key, error]) => {
      if (!error || typeof error !== "object") return [];
      const name = prefix + key;
      const { message } = error as { message?: unknown };
      if (typeof message === "string") return [[name, message]];
      return Object.entries(flat(error as NestedErrors, `${name}.`));
    }),
  );
}

/** Addresses and files redraw themselves: what is wrong there is for the server to show. */
const isRedrawn = ({ fields }: Checked["step"], errors: FieldErrors) =>
  fields
    .flatMap((field) => (field.type === "repeat" ? field.fields : [field]))
    .filter(({ type }) => type === "address" || type === "file")
    .some(({ id }) => Object.keys(errors).some((name) => name.split(".").includes(id)));

/** Saves as one types, and checks the step by the server's own rules before it is posted. */
export async function watchStep(form: HTMLFormElement, { show, ...saving }: Watch) {
  const { address, signal } = saving;
  const leave = saveAsOneTypes(form, saving);
  const send = () => {
    leave();
    form.submit();
  };
  const answer = await fetch(address, { signal }).catch(() => null);
  if (!answer?.ok) return; // The server checks anyway.
  const { step, before, today }: Checked = await answer.json();

  const resolve = zodResolver(stepSchema(step, today, before), undefined, { raw: true });
  const control = createFormControl<Typed>({
    resolver: (_, context, options) => resolve(typedIn(new FormData(form)), context, options),
    shouldFocusError: false,
  });
  const refuse = (nested: NestedErrors) => {
    const errors = flat(nested);
    if (isRedrawn(step, errors)) return send();
    markErrors(form, errors);
    show(errors);
  };
  form.addEventListener(
    "submit",
    (event) => {
      const isAboutOnePart = event.submitter?.hasAttribute("name");
      if (isAboutOnePart) return;
      event.preventDefault();
      void control.handleSubmit(send, refuse)();
    },
    { signal },
  );
}
