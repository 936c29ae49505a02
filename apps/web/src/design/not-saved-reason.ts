import type { CloseReason, ReadOnlyReason, RefusalReason } from "@consilium/workspace";
import { useTranslations } from "use-intl";

/** The clause behind "Not saved: " for a closed reason of the wire. Does not compile when a reason has no clause. */
export function useNotSavedReason(): (reason: RefusalReason | CloseReason | ReadOnlyReason) => string {
  const t = useTranslations();
  return (reason) => t(`notSaved.${reason}`);
}
