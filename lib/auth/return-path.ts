const HERE = "http://here.invalid";

/** A path of this very site, or the home page: never another host, whatever a link says. */
export function localPath(path: unknown): string {
  if (typeof path !== "string" || !path.startsWith("/") || !URL.canParse(path, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(path, HERE);
  // « /.//host » is a path of ours once read, and another host when read again.
  return origin === HERE && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : "/";
}

/** A page of the account, or its home. */
export function accountPath(path: unknown): string {
  const local = localPath(path);
  return /^\/compte(?:[/?#]|$)/.test(local) ? local : "/compte";
}
