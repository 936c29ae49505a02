import type { CloseReason, RefusalFate, RefusalReason } from "@consilium/workspace";
import type { SectionText } from "./inserted-text.ts";

/** What the person is told about their own changes, and only from acknowledgements (SY-3). */
export type SaveStatus =
  | { readonly state: "saving" }
  /** `at`: when the server last said so; undefined where nothing was written since the document was opened. */
  | { readonly state: "saved"; readonly at: Date | undefined }
  /** On this device, and tried again. */
  | { readonly state: "kept"; readonly count: number }
  | {
      readonly state: "not-saved";
      /** `late`: it is the author's late draft now. `reset`: it is nowhere; the text is here for copying. */
      readonly fate: Exclude<RefusalFate, "hold">;
      readonly reason: RefusalReason | CloseReason;
      readonly text: readonly SectionText[];
    };

export type NotSaved = Extract<SaveStatus, { state: "not-saved" }>;
