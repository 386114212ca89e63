import type * as z from "zod";
import type { FieldErrors } from "@/lib/result";

/** An outcome the caller must handle: shown to the person, never reported as a bug. */
export class DomainError extends Error {
  override readonly name = "DomainError";

  constructor(
    readonly code: "not-found" | "forbidden" | "conflict" | "invalid",
    message: string,
    readonly fields: FieldErrors = { root: message },
  ) {
    super(message);
  }
}

export const notFound = (what: string) => new DomainError("not-found", `${what} introuvable.`);
export const forbidden = () => new DomainError("forbidden", "Vous n’avez pas accès à cette page.");
export const conflict = (message: string) => new DomainError("conflict", message);
export const invalid = (fields: FieldErrors) =>
  new DomainError("invalid", "Vérifiez les champs signalés.", fields);

/** Checks what a person sent: what is wrong goes back to the form, one message per field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: FieldErrors = {};
  for (const { path, message } of parsed.error.issues) fields[path.join(".")] ??= message;
  throw invalid(fields);
}
