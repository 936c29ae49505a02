import { useTranslations } from "use-intl";
import { useRoom } from "../room/live-context.ts";
import { CallNote } from "./call-note.tsx";

/** Whoever sees themselves believes that they are seen: what does not go out is said. */
export function UnsentNote() {
  const t = useTranslations("call");
  const { unsent } = useRoom();
  return [...unsent].map((source) => <CallNote key={source} title={t(`unsent.${source}`)} isUrgent />);
}
