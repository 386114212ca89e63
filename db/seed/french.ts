import { frenchSpaces } from "@/lib/format/text";

/** The same value with French spaces in every text of it; identifiers and addresses have none to change. */
export function french<T>(value: T): T {
  if (typeof value === "string") return frenchSpaces(value) as T;
  if (Array.isArray(value)) return value.map(french) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, french(part)])) as T;
}
