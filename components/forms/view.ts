import type { StoredFile } from "@/lib/files/model";
import type { Typed } from "@/lib/forms/model";
import type { KnownChild } from "@/lib/forms/model/children";
import type { Origins } from "@/lib/requests/model";
import type { FieldErrors } from "@/lib/result";

/** All that the controls of one step show. */
export type StepView = {
  reference: string;
  /** INSEE code of the commune whose streets are suggested first. */
  near: string | null;
  typed: Typed;
  errors: FieldErrors;
  origins: Origins;
  /** By id: the files that the draft already holds. */
  files: ReadonlyMap<string, StoredFile>;
  /** Children that may be chosen here; null for whoever has no household to show. */
  household: readonly KnownChild[] | null;
  /** By control name: what lets the browser send files there before the form is posted. */
  uploadTokens: Readonly<Record<string, string>>;
};

/** The value of a control as it was typed; "" when it was not. */
export function typedIn({ typed }: Pick<StepView, "typed">, name: string) {
  const value = Object.hasOwn(typed, name) ? typed[name] : undefined;
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

export function allTypedIn({ typed }: Pick<StepView, "typed">, name: string): string[] {
  const value = Object.hasOwn(typed, name) ? typed[name] : undefined;
  return value === undefined ? [] : [value].flat();
}
