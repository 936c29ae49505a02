import type { EvidenceUse } from "@consilium/workspace";
import { createContext, useContext } from "react";

/** The sentences of the opinion that rely on records, as far as this seat reads it. */
export const ReliedOnContext = createContext<readonly EvidenceUse[]>([]);

export const useReliedOn = (): readonly EvidenceUse[] => useContext(ReliedOnContext);
