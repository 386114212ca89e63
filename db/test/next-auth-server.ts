import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import NextAuth, { type NextAuthOptions } from "next-auth";

type Options = {
  port: number;
  authOptions: NextAuthOptions;
  backChannelLogout: (request: Request) => Promise<Response>;
};

const cookiesOf = (header = "") =>
  Object.fromEntries(
    header
      .split("; ")
      .filter(Boolean)
      .map((pair) => pair.split(/=(.*)/s).slice(0, 2).map(decodeURIComponent)),
  );

async function bodyOf(request: IncomingMessage) {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

/** What Next adds to Node's request and response for an API route. */
function asApiRoute(req: IncomingMessage, res: ServerResponse, url: URL, text: string) {
  Object.assign(req, {
    query: {
      ...Object.fromEntries(url.searchParams),
      nextauth: url.pathname.replace("/api/auth/", "").split("/"),
    },
    cookies: cookiesOf(req.headers.cookie),
    body: Object.fromEntries(new URLSearchParams(text)),
  });
  Object.assign(res, {
    status: (code: number) => Object.assign(res, { statusCode: code }),
    send: (body: unknown) => res.end(typeof body === "string" ? body : JSON.stringify(body)),
    json: (body: unknown) => res.end(JSON.stringify(body)),
  });
}

/** An application with next-auth as its pages mount it, without Next; `/` greets whoever has a session. */
export async function startNextAuth({ port, authOptions, backChannelLogout }: Options) {
  const silent = { error() {}, warn() {}, debug() {} };
  const options = { ...authOptions, secret: "x".repeat(32), logger: silent };
  const server = createServer(async (req, res) => {
    const url = new URL(req.url ?? "/", "http://127.0.0.1");
    const text = await bodyOf(req);
    if (url.pathname.startsWith("/api/auth/")) {
      asApiRoute(req, res, url, text);
      return NextAuth(req as never, res as never, options);
    }
    if (url.pathname === "/api/deconnexion-annoncee") {
      const asked = new Request(url, { method: "POST", body: text });
      return res.writeHead((await backChannelLogout(asked)).status).end();
    }
    const isIn = url.pathname === "/" && req.headers.cookie?.includes("session-token");
    return res.end(isIn ? "Bonjour" : "Personne");
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  return () => server.close();
}
