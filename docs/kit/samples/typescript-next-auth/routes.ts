// Deux fichiers de routes, avec Next.js (App Router).

// src/app/api/auth/[...nextauth]/route.ts
import NextAuth from "next-auth";
import { authOptions, backChannelLogout } from "./auth";

const handler = NextAuth(authOptions);

// src/app/api/deconnexion-annoncee/route.ts : export { backChannelLogout as POST } from "@/auth";
export { backChannelLogout, handler as GET, handler as POST };
