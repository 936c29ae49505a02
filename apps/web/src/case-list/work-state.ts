import type { CaseListItem } from "../case/case-api.ts";
import type { WorkState } from "../design/state-glyph.tsx";

/** The shape that stands before a case in the list. */
export function workStateOf(state: CaseListItem["state"]): WorkState {
  switch (state) {
    case "draft":
    case "submitted":
    case "gathering-records":
    case "ready-for-review":
      return "not-begun";
    case "in-review":
      return "in-progress";
    case "signed":
    case "delivered":
    case "follow-up":
    case "closed":
      return "done";
    case "paused":
      return "paused";
    case "declined":
    case "withdrawn":
    case "erased":
      return "declined";
  }
}
