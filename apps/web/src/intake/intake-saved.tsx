import { SavedIndicator } from "../case/saved-indicator.tsx";
import { useSaveStatus } from "../case/use-document.ts";
import { SavedState } from "../design/saved-state.tsx";
import { useIntake } from "./intake-context.ts";

/** What was written and what was chosen, as one thing: the worse of both. */
export function IntakeSaved() {
  const { saying } = useIntake();
  const words = useSaveStatus();
  if (words.state !== "saved" || saying.state === "idle" || saying.state === "not-saved")
    return <SavedIndicator />;
  if (saying.state === "saving") return <SavedState saved={saying} />;
  const at = words.at && words.at > saying.at ? words.at : saying.at;
  return <SavedState saved={{ state: "saved", at }} />;
}
