import { createHash } from "node:crypto";

/** The same name gives the same id on every machine (RFC 9562 §5.8: custom, version 8). */
export function idOf(name: string) {
  const hex = createHash("sha256").update(`guichet:${name}`).digest("hex");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join("-");
}
