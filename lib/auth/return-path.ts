/** A path of this very site, or the home page: never another host, whatever a link says. */
export function localPath(path: unknown): string {
  if (typeof path !== "string" || !path.startsWith("/")) return "/";
  const base = "http://here.invalid";
  const url = URL.canParse(path, base) ? new URL(path, base) : null;
  return url?.origin === base ? `${url.pathname}${url.search}${url.hash}` : "/";
}
