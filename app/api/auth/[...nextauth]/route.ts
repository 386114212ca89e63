import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/next-auth";
import { seeOther } from "@/lib/http";

type Props = RouteContext<"/api/auth/[...nextauth]">;

const handle = (request: NextRequest, { params }: Props): Promise<Response> =>
  NextAuth(request, { params }, authOptions());

/** The person chose not to share: that is an answer, not an error. */
export function GET(request: NextRequest, props: Props) {
  if (request.nextUrl.searchParams.get("error") === "access_denied")
    return seeOther("/se-connecter/erreur?error=refus");
  return handle(request, props);
}

export const POST = handle;
