import type { ReactNode } from "react";

/** For sentences that quote a person's words: in the voice of a person. */
export const quoted = {
  q: (words: ReactNode) => <span className="quoted">{words}</span>,
};

/** For sentences that name a key. */
export const withKeys = {
  kbd: (key: ReactNode) => <kbd translate="no">{key}</kbd>,
};
