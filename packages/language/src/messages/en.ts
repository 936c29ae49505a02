import refusal from "./refusal.en.ts";

/** The English catalogue: every other one has its keys and parameters. */
const en = { refusal } as const;

export default en;
