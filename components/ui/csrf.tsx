import { csrfToken } from "@/lib/auth/csrf";

/** The hidden proof that a form comes from our page; one in each form that posts. */
export async function Csrf() {
  return <input type="hidden" name="csrf" value={await csrfToken()} />;
}
