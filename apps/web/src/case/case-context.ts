import type { WorkspaceClient } from "@consilium/workspace-client";
import { createContext, useContext } from "react";
import type { CaseDetail } from "./case-api.ts";
import type { DocumentShelf } from "./document-shelf.ts";
import type { CasePerson } from "./people.ts";

export interface OpenCase {
  readonly caseId: string;
  /** The seat as the address names it; undefined where this person has one seat only. Goes into every link and request. */
  readonly seat: string | undefined;
  readonly detail: CaseDetail;
  readonly people: ReadonlyMap<string, CasePerson>;
  readonly client: WorkspaceClient;
  readonly shelf: DocumentShelf;
}

export const CaseContext = createContext<OpenCase | undefined>(undefined);

/** The case on screen: who is in it, what this seat may do, its live connection. Below `CaseProvider` only. */
export function useCase(): OpenCase {
  const open = useContext(CaseContext);
  if (!open) throw new Error("This part of the screen needs an open case");
  return open;
}

/** The people of the case by seat, those whose part has ended included. */
export const usePeople = (): ReadonlyMap<string, CasePerson> => useCase().people;
