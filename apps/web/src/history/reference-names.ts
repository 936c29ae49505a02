import { createContext, useContext } from "react";

export type ReferenceNames = Readonly<Record<string, string>>;

/** What links to evidence and sources are called in the difference on screen, by id. */
export const ReferenceNamesContext = createContext<ReferenceNames>({});

export const useReferenceNames = (): ReferenceNames => useContext(ReferenceNamesContext);
