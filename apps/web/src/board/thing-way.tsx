import { useTranslations } from "use-intl";
import { ButtonLink } from "../design/button-link.tsx";
import type { BoardItem, Thing } from "./board-query.ts";

export interface ThingWayProps {
  readonly item: BoardItem;
  readonly thing: Thing;
}

/** Where it is put right. */
export function ThingWay({ item: { id: caseId, seats }, thing }: ThingWayProps) {
  const t = useTranslations("board.way");
  const seat = seats[0]?.id;
  const search = seat === undefined ? {} : { seat };
  const to = placeOf(thing);
  if (to === "report" && thing.about !== null)
    return (
      <ButtonLink
        size="small"
        to="/cases/$caseId/report/$reportId"
        params={{ caseId, reportId: thing.about }}
        search={search}
      >
        {t("report")}
      </ButtonLink>
    );
  const ways = {
    triage: "/cases/$caseId/triage",
    records: "/cases/$caseId/records",
    files: "/cases/$caseId/records/add",
    visit: "/cases/$caseId",
  } as const;
  const way = to === "report" ? "triage" : to;
  return (
    <ButtonLink size="small" to={ways[way]} params={{ caseId }} search={search}>
      {t(way)}
    </ButtonLink>
  );
}

function placeOf({ what, clock }: Thing): "triage" | "records" | "report" | "files" | "visit" {
  switch (what) {
    case "clock":
      return clock === "records" ? "records" : "triage";
    case "request":
      return "records";
    case "unanswered":
    case "nobody":
      return "triage";
    case "not-opened":
    case "not-told":
    case "change-unseen":
      return "report";
    case "visit":
      return "visit";
    case "not-read":
    case "whose":
      return "files";
  }
}
