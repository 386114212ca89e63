import { newVisitor, requestIdFrom, VISITOR_SECONDS } from "../../lib/answer-ids.ts";

const PATHS =
  /^\/(demarches(\/[a-z0-9-]+)?|c\/\d{5}|aide|plan-du-site|suivi|accessibilite|cookies|donnees-personnelles|mentions-legales)?$/;
const QUERIES = /^(commune=\d{5}|(organisme|theme)=[a-z0-9-]+)?$/;
/** Another cookie, or another value, is somebody’s: a session, the code of a draft, an address. */
const COOKIES = {
  visitor: /^[\w-]{24}$/,
  theme: /^(system|light|dark)$/,
  lieu: /^(\d{5}|nulle-part)$/,
};
/** Asks for data, or follows an action of another page: not a reader. */
const NOT_OF_READERS = ["rsc", "origin", "authorization", "range"];

const cookiesOf = ({ cookie = "" }) =>
  cookie
    .split(/; */)
    .filter(Boolean)
    .map((pair) => pair.split(/=(.*)/s, 2));

const isUnique = (values) => new Set(values).size === values.length;

/** Who reads a public page of the portal without being signed in, told by the request alone. */
export function openReaders({ PORTAL_URL }) {
  const { host, protocol } = new URL(PORTAL_URL);
  const prefix = protocol === "https:" ? "__Host-" : "";
  const known = new Map(Object.entries(COOKIES).map(([name, rule]) => [prefix + name, rule]));

  const isPublic = ({ method, url, headers }) => {
    const [path, query = ""] = url.split("?");
    return method === "GET" && headers.host === host && PATHS.test(path) && QUERIES.test(query);
  };

  return {
    /** Null for anybody and anything else. */
    readerOf(request) {
      const { url, headers } = request;
      const cookies = cookiesOf(headers);
      const isReader =
        isPublic(request) &&
        NOT_OF_READERS.every((name) => !(name in headers)) &&
        cookies.every(([name, value]) => known.get(name)?.test(value)) &&
        isUnique(cookies.map(([name]) => name));
      if (!isReader) return null;
      const sent = Object.fromEntries(cookies);
      const [visitor, theme, lieu] = [...known.keys()].map((name) => sent[name]);
      return {
        key: JSON.stringify([url, theme, lieu]),
        chosen: { theme, lieu },
        visitor: visitor ?? newVisitor(),
        isNew: !visitor,
        requestId: requestIdFrom(headers["x-request-id"]),
        unzips: /\bgzip\b/.test(headers["accept-encoding"] ?? ""),
      };
    },

    /** All that Next learns of whoever asks first: what the key says, and their own numbers. */
    headersFor({ visitor, chosen, requestId }) {
      const cookies = Object.entries({ visitor, ...chosen }).filter(([, value]) => value);
      const cookie = cookies.map(([name, value]) => `${prefix}${name}=${value}`).join("; ");
      // Without a name, Next would send titles late, which only JavaScript puts in their place.
      return { host, cookie, "user-agent": "kept-pages", "x-request-id": requestId };
    },

    /** The visitor cookie that proxy.ts would have set. */
    cookieFor: ({ visitor }) =>
      `${prefix}visitor=${visitor}; Path=/; Max-Age=${VISITOR_SECONDS}; HttpOnly; SameSite=lax${prefix ? "; Secure" : ""}`,
  };
}
