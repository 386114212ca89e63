/** What a person typed so far, as the browser posts it: flat dotted names, several values for a multiple choice. */
export type Typed = Record<string, string | string[]>;

export const own = (typed: Typed, name: string) =>
  Object.hasOwn(typed, name) ? typed[name] : undefined;

/** The value of a control, trimmed; undefined when blank. */
export function one(typed: Typed, name: string): string | undefined {
  const value = own(typed, name);
  const text = (Array.isArray(value) ? value[0] : value)?.trim();
  return text === "" ? undefined : text;
}

/** All the values of a control. */
export function many(typed: Typed, name: string): string[] {
  const value = own(typed, name);
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(Boolean);
}
