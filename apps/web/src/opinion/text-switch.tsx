import { Link, useLocation } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import type { CaseDetail } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { firstSection, type TextKind, textRoutes } from "./text-routes.ts";

/** One that this seat may write now; what is signed stands with its report. */
const isOpenAddendum = ({ name, write }: CaseDetail["documents"][number]): boolean =>
  write && name.startsWith("addendum.");

/** The addendum that this seat writes. */
export const openAddendumOf = ({ documents }: CaseDetail): string | undefined =>
  documents.find(isOpenAddendum)?.name;

/** The texts of the case that this seat may read. */
export function textsOf({ opinions, documents }: CaseDetail): readonly TextKind[] {
  const names = documents.map(({ name }) => name);
  return [
    ...(opinions.length > 0 ? (["opinion"] as const) : []),
    ...(names.includes("referral") ? (["referral"] as const) : []),
    ...(names.includes("story") ? (["story"] as const) : []),
    ...(names.some((name) => name.startsWith("workpad.")) ? (["workpad"] as const) : []),
    ...(documents.some(isOpenAddendum) ? (["addendum"] as const) : []),
  ];
}

/** Which room of the case is on screen: a text's kind, "records", "history". */
export const useRoomOnScreen = (): string | undefined =>
  useLocation({ select: ({ pathname }) => pathname.split("/")[3] });

/** From one text to another. */
export function TextSwitch() {
  const t = useTranslations("workspace");
  const { caseId, detail } = useCase();
  const current = useRoomOnScreen();
  return (
    <nav className="text-switch" aria-label={t("textsOfTheCase")}>
      {textsOf(detail).map((kind) => (
        <Link
          key={kind}
          to={textRoutes[kind]}
          params={{ caseId, section: firstSection[kind] }}
          data-current={kind === current || undefined}
        >
          {t(`text.${kind}`)}
        </Link>
      ))}
      <Link to="/cases/$caseId/records" params={{ caseId }} data-current={current === "records" || undefined}>
        {t("records")}
      </Link>
    </nav>
  );
}
