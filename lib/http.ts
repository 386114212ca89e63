import "server-only";
import { unstable_rethrow } from "next/navigation";
import type * as z from "zod";
import { isFromOurPage } from "@/lib/auth/csrf";
import { readInput } from "@/lib/body";
import { log } from "@/lib/log";
import { problem, problemOf, Refusal, readable } from "@/lib/problem";

type Rules<S> = {
  /** Of the posted value, or of the search params when the method has no body. */
  schema: S;
  /** Of the body; 64 KB unless told. */
  maxBytes?: number;
  types?: readonly string[];
  /** `token`: no cookie counts here, so that a foreign page has nothing to gain. */
  caller?: "our-page" | "token";
};

export const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

type Call<P> = { request: Request; params: P };

const BODILESS = ["GET", "HEAD", "DELETE"];
const FOREIGN =
  "Cette adresse ne répond qu’aux pages de ce site. Rechargez la page et recommencez.";

/** A write that rests on a cookie must come from our own page: else 403. */
export async function requireOurPage(request: Request) {
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (!isRead && !(await isFromOurPage(request.headers.get("x-csrf") ?? "", request.headers)))
    throw new Refusal(403, FOREIGN);
}

/** Answers `run`, or the problem by its status, a bug as a bare 500: JSON for programs, a page for people. */
export async function answer(request: Request, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    // Next's own redirect() and notFound() are answers.
    unstable_rethrow(error);
    const refusal = problemOf(error);
    if (refusal) return readable(request, refusal);
    const requestId = request.headers.get("x-request-id") ?? crypto.randomUUID();
    log.error({ requestId, err: error }, "endpoint failed");
    const detail = `Une erreur est survenue de notre côté. Réessayez dans quelques minutes\u202f; si elle se répète, donnez-nous ce numéro\u00a0: ${requestId}.`;
    return readable(request, problem(500, detail, { requestId }));
  }
}

/** A route handler for machines: input checked, refusals as RFC 9457 problems. */
export const endpoint =
  <S extends z.ZodType, P = unknown>(
    { schema, maxBytes = 65_536, types = ["application/json"], caller = "our-page" }: Rules<S>,
    run: (input: z.output<S>, call: Call<P>) => Promise<Response>,
  ) =>
  (request: Request, { params }: { params: Promise<P> }) =>
    answer(request, async () => {
      if (caller === "our-page") await requireOurPage(request);
      const input = BODILESS.includes(request.method)
        ? Object.fromEntries(new URL(request.url).searchParams)
        : await readInput(request, types, maxBytes);
      const parsed = schema.safeParse(input);
      if (parsed.success) return run(parsed.data, { request, params: await params });
      const errors = Object.fromEntries(
        parsed.error.issues.map(({ path, message }) => [path.join(".") || "root", message]),
      );
      throw new Refusal(400, "Corrigez les valeurs signalées, puis recommencez.", errors);
    });
