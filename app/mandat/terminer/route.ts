import { endOwnSession } from "@/lib/auth/portal-session";
import { postedForm } from "@/lib/auth/posted-form";

/** The helper stops acting in somebody’s name, and goes on in their own; the mandate stays as it is. */
export const POST = (request: Request) =>
  postedForm(request, "/", async () => {
    await endOwnSession();
    return "/se-connecter?pour=moi&retour=/";
  });
