import { Refusal } from "@/lib/problem";

const tooLarge = (maxBytes: number) =>
  new Refusal(413, `L’envoi dépasse la taille permise\u00a0: ${maxBytes} octets au plus.`);

/** The whole body, at most `maxBytes` of it whatever Content-Length claims. */
export async function readBytes(request: Request, maxBytes: number) {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const parsers = {
  "application/json": (bytes: Buffer<ArrayBuffer>) =>
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown,
  form: async (bytes: Buffer<ArrayBuffer>, type: string) =>
    Object.fromEntries(await new Response(bytes, { headers: { "content-type": type } }).formData()),
};

/** The posted value: JSON, or the controls of a form by name. 413, 415 or 400 when it cannot be had. */
export async function readInput(request: Request, types: readonly string[], maxBytes: number) {
  const type = request.headers.get("content-type") ?? "";
  const essence = type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (!types.includes(essence))
    throw new Refusal(415, `Envoyez l’un de ces types de contenu\u00a0: ${types.join(", ")}.`);
  const bytes = await readBytes(request, maxBytes);
  const parse = essence.endsWith("json") ? parsers["application/json"] : parsers.form;
  return Promise.resolve()
    .then(() => parse(bytes, type))
    .catch(() => {
      throw new Refusal(400, "Le contenu envoyé est mal formé et n’a pas pu être lu.");
    });
}
