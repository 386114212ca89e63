import { gunzipSync } from "node:zlib";
import { CUT_FORM, watchForm } from "./malformed.mjs";

const screen = (title, sentences) => `<noscript>
<main style="max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.55 Verdana,sans-serif">
<h1>${title}</h1>
${sentences.map((sentence) => `<p>${sentence}</p>`).join("\n")}
<p><a href="/">Revenir à l’accueil</a></p>
</main>
</noscript>`;

/**
 * Without JavaScript, the body of a page that fails, or that asks for its « not found », is empty
 * (vercel/next.js#62228): these words are all there is to read.
 */
const WORDS = {
  404: () =>
    screen("Page introuvable", [
      "L’adresse est peut-être incomplète, ou la page a été déplacée.",
      "Si vous cherchez une demande, vérifiez que vous êtes sur le bon compte. Une demande faite sans compte se retrouve avec son code de suivi.",
    ]),
  500: (reference) =>
    screen("La page n’a pas pu s’afficher", [
      "Le problème vient de chez nous. Ce que vous avez déjà enregistré ou envoyé est gardé.",
      `Réessayez dans un instant. Si le problème revient, appelez-nous et donnez cette référence&nbsp;: <strong>${reference}</strong>`,
    ]),
};

const isPage = (response) => /^text\/html/.test(response.getHeader("content-type") ?? "");

function withWords(response, sent) {
  const isCompressed = response.getHeader("content-encoding") === "gzip";
  const html = (isCompressed ? gunzipSync(sent) : sent).toString();
  const isBlank = response.statusCode === 500 || html.includes('id="__next_error__"');
  const words = WORDS[response.statusCode](response.getHeader("x-request-id"));
  response.removeHeader("content-encoding");
  return Buffer.from(isBlank ? html.replace(/<body[^>]*>/, (body) => body + words) : html);
}

/**
 * Sends a page in one piece: Next writes it in dozens, each a system call. One that failed is sent
 * with a sentence for browsers without JavaScript; a form that arrived cut is told so (400).
 */
export function sendWhole(request, response) {
  const { writeHead, write, end } = response;
  const isCut = watchForm(request);
  let held = null;
  const hold = () => {
    if (!response.headersSent && request.method !== "HEAD" && isPage(response)) held ??= [];
    return held !== null;
  };

  const pageOf = (sent) => {
    if (response.statusCode !== 500 || !isCut())
      return response.statusCode in WORDS ? withWords(response, sent) : sent;
    response.statusCode = 400;
    response.removeHeader("content-encoding");
    return Buffer.from(CUT_FORM);
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
    const sent = Buffer.concat(held);
    const page = pageOf(sent);
    response.removeHeader("transfer-encoding");
    response.setHeader("content-length", page.length);
    held = null;
    writeHead.call(response, response.statusCode);
    return end.call(response, page);
  };
}
