import { createContext, use } from "react";
import type { ProgrammeContent } from "./programme-api.ts";

export interface ContentOnScreen {
  readonly content: ProgrammeContent;
  /** What was done, said above the part on screen; undefined: nothing any more. */
  readonly say: (done: string | undefined) => void;
}

export const ContentContext = createContext<ContentOnScreen | undefined>(undefined);

/** Within the programme's page. */
export function useContent(): ContentOnScreen {
  const content = use(ContentContext);
  if (!content) throw new Error("This is a part of the programme's page");
  return content;
}
