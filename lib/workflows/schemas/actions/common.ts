import { name, text } from "../names";
import { when } from "../words";

/** `id`: the idempotency key of what the action does, once each time a status is entered. */
export const common = { id: name, label: text.optional(), when };
