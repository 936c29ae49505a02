import type { ReactNode } from "react";
import { ReliedOnContext } from "./relied-on-context.ts";
import { useOpinionUses } from "./use-opinion-uses.ts";

/** Around records: which sentences of the opinion rely on them. */
export function ReliedOnAround({ children }: { readonly children: ReactNode }) {
  return <ReliedOnContext value={useOpinionUses()}>{children}</ReliedOnContext>;
}
