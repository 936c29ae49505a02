import { useNotSavedReason } from "../design/not-saved-reason.ts";
import { SavedState } from "../design/saved-state.tsx";
import { useSaveStatus } from "./use-document.ts";

/** Nothing is said before something was written: "Saved" without a time would be weaker than what it means. */
export function SavedIndicator() {
  const status = useSaveStatus();
  const sayReason = useNotSavedReason();
  switch (status.state) {
    case "saved":
      return status.at && <SavedState saved={{ state: "saved", at: status.at }} />;
    case "not-saved":
      return <SavedState saved={{ state: "not-saved", reason: sayReason(status.reason) }} />;
    case "saving":
    case "kept":
    case "in-memory":
      return <SavedState saved={status} />;
  }
}
