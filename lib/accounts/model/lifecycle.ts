/** Why an account is on its way out: its owner asked, or nobody has signed in for years. */
export const CLOSURE_CAUSES = ["owner", "inactivity"] as const;
export type ClosureCause = (typeof CLOSURE_CAUSES)[number];

/** How somebody proved that another account is theirs too, before joining the two. */
export const MERGE_PROOFS = ["password", "code", "franceconnect"] as const;
export type MergeProof = (typeof MERGE_PROOFS)[number];
