import { gunzipSync } from "node:zlib";

/** Without JavaScript, the body of Next's 500 is empty: these words are all there is to read. */
const words = (reference) => `<noscript>
<main style="max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.55 Verdana,sans-serif">
<h1>La page n’a pas pu s’afficher</h1>
<p>Le problème vient de chez nous. Ce que vous avez déjà enregistré ou envoyé est gardé.</p>
<p>Réessayez dans un instant. Si le problème revient, appelez-nous et donnez cette référence&nbsp;: <strong>${reference}</strong></p>
<p><a href="/">Revenir à l’accueil</a></p>
</main>
</noscript>`;

const isFaultPage = (response) =>
  response.statusCode === 500 && /^text\/html/.test(response.getHeader("content-type") ?? "");

function withWords(response, chunks) {
  const sent = Buffer.concat(chunks);
  const isCompressed = response.getHeader("content-encoding") === "gzip";
  const html = (isCompressed ? gunzipSync(sent) : sent).toString();
  return html.replace(/<body[^>]*>/, (body) => body + words(response.getHeader("x-request-id")));
}

/** Holds back a page that failed, and sends it with a sentence for browsers without JavaScript. */
export function sayFaults(response) {
  const { writeHead, write, end } = response;
  let held = null;
  const hold = () => {
    if (!response.headersSent && isFaultPage(response)) held ??= [];
    return held !== null;
  };

  response.writeHead = (status, ...rest) => {
    response.statusCode = status;
    return hold() ? response : writeHead.call(response, status, ...rest);
  };
  response.write = (chunk, ...rest) =>
    hold() ? Boolean(held.push(Buffer.from(chunk))) : write.call(response, chunk, ...rest);
  response.end = (chunk, ...rest) => {
    if (!hold()) return end.call(response, chunk, ...rest);
    if (chunk && typeof chunk !== "function") held.push(Buffer.from(chunk));
    const page = Buffer.from(withWords(response, held));
    for (const name of ["content-encoding", "transfer-encoding"]) response.removeHeader(name);
    response.setHeader("content-length", page.length);
    held = null;
    writeHead.call(response, 500);
    return end.call(response, page);
  };
}
