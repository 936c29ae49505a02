import type { ReactNode } from "react";

/** `<b>` of a message. */
export const strong = (words: ReactNode) => <b>{words}</b>;
