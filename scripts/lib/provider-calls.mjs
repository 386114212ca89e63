import { commonHeaders } from "../../lib/answer-headers.ts";
import { requestIdFrom } from "../../lib/answer-ids.ts";
import { log } from "../../lib/log.ts";

/** What programs call: neither a page nor a cookie comes of it, so that Next's routes and proxy.ts would add nothing. */
const PATHS = ["", "/introspection", "/revocation"].map((end) => `/oidc/token${end}`);
PATHS.push("/oidc/userinfo", "/oidc/jwks");

function refuse(error, requestId, response) {
  log.error({ err: error, requestId }, "provider fault");
  if (response.headersSent) response.destroy();
  else
    response.writeHead(500, { "content-type": "application/json" }).end('{"error":"server_error"}');
}

/**
 * Wraps Next: the provider (pages/api/oidc, once it is loaded) is handed these calls straight away. On the other host
 * or at any other address, Next answers.
 */
export function handOver(handle, { CONNECT_URL }) {
  const { host, protocol } = new URL(CONNECT_URL);
  return (request, response) => {
    const { answerProvider } = globalThis;
    const { headers, url = "/" } = request;
    const isCall = headers.host === host && PATHS.includes(url.split("?", 1)[0]);
    if (!answerProvider || !isCall || url.includes("%00")) return handle(request, response);
    const requestId = requestIdFrom(headers["x-request-id"]);
    headers["x-request-id"] = requestId;
    for (const [name, value] of commonHeaders(requestId, protocol === "https:"))
      response.setHeader(name, value);
    response.setHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
    return answerProvider(request, response).catch((error) => refuse(error, requestId, response));
  };
}
