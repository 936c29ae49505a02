import "./upload.css";
import { isPatientSide } from "@consilium/clinical";
import { IconFilePlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { ButtonLink } from "../design/button-link.tsx";
import { Glyph } from "../design/glyph.tsx";
import { totalsOf } from "./delivery-totals.ts";
import { isToSay } from "./to-say.ts";
import { useCaseDeliveries, useDeliveries, useHandingOver, useMayAdd } from "./use-case-deliveries.ts";

/** Beside the list of records, for who may add some: the way there, and what is under way. */
export function AddRecords() {
  return useMayAdd() ? <WayToAdd /> : null;
}

function WayToAdd() {
  const t = useTranslations("delivery");
  const { caseId, detail } = useCase();
  const look = isPatientSide(detail.seat)
    ? ({ look: "filled", size: "wide" } as const)
    : ({ size: "small" } as const);
  return (
    <div className="record-rail-add">
      <ButtonLink {...look} to="/cases/$caseId/records/add" params={{ caseId }}>
        <IconFilePlus size="1.125rem" stroke={1.75} aria-hidden />
        {t("add")}
      </ButtonLink>
      <UnderWay />
    </div>
  );
}

/** In one line: what is sent now, or what has to be answered. */
function UnderWay() {
  const t = useTranslations("delivery");
  const { caseId, detail } = useCase();
  const { state } = useHandingOver(useCaseDeliveries());
  const deliveries = useDeliveries();
  const way = { to: "/cases/$caseId/records/add", params: { caseId } } as const;
  const asking = deliveries?.find((one) => one.state === "asking" && isToSay(one, detail.seat));
  if (state) {
    const { files, there } = totalsOf(state);
    return (
      <Link {...way} className="upload-under-way">
        <Glyph name={state.phase.is === "arriving" ? "in-progress" : "paused"} />
        {t("shortRun", { there, files })}
      </Link>
    );
  }
  if (asking)
    return (
      <Link {...way} className="upload-under-way" data-tone="warn">
        <Glyph name="advice" />
        {t("state.askingYou")}
      </Link>
    );
  return deliveries && deliveries.length > 0 ? (
    <Link {...way} className="upload-under-way">
      {t("handedOver")} <span className="num">{deliveries.length}</span>
    </Link>
  ) : null;
}
