import { slugify } from "@/lib/format/slug";

const MOST = 60;

/** An identifier of ours: begins with a letter, holds small letters, digits and dashes. */
export function identifier(text: string, otherwise: string): string {
  const slug = slugify(text).slice(0, MOST).replace(/-+$/, "");
  if (!slug) return otherwise;
  return /^[a-z]/.test(slug) ? slug : `${otherwise}-${slug}`.slice(0, MOST);
}

/** Gives each name once: « nom », « nom-2 »… */
export class Names {
  private readonly used: Set<string>;

  constructor(reserved: Iterable<string> = []) {
    this.used = new Set(reserved);
  }

  take(wanted: string): string {
    let name = wanted;
    for (let rank = 2; this.used.has(name); rank += 1) name = `${wanted}-${rank}`;
    this.used.add(name);
    return name;
  }
}
