/** Only a path of ours: an address given from outside must not carry people away. */
export const pathOf = (back: string | undefined) =>
  back !== undefined && /^\/(?![/\\])/.test(back) ? back : "/";
