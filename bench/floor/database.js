import postgres from "postgres";

globalThis.floor ??= postgres(process.env.DATABASE_URL ?? "", { max: 10, onnotice: () => {} });

export const sql = globalThis.floor;
