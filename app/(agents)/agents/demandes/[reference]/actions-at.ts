import * as actions from "./actions";

/** What an agent may send from this page, which leads back to it. */
export const actionsAt = (place: { reference: string; query: string }) => ({
  move: actions.moveAction.bind(null, place),
  ask: actions.askAction.bind(null, place),
  assign: actions.assignAction.bind(null, place),
  release: actions.releaseAction.bind(null, place),
  message: actions.messageAction.bind(null, place),
  note: actions.noteAction.bind(null, place),
  fill: actions.fillAction.bind(null, place),
});
