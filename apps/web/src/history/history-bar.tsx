import { IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { useCase } from "../case/case-context.ts";
import { ButtonLink } from "../design/button-link.tsx";
import { Button } from "../design/button.tsx";
import type { Looked } from "./history-api.ts";
import { NameVersionDialog } from "./name-version-dialog.tsx";

export interface HistoryBarProps {
  readonly looked: Looked;
  /** The moment on screen. */
  readonly at: string | null;
  readonly isNow: boolean;
}

/** Whose case it is, which moment is looked at, and the way back to the living draft. */
export function HistoryBar({ looked, at, isNow }: HistoryBarProps) {
  const t = useTranslations("history");
  const { detail, people } = useCase();
  const [isNaming, name] = useState(false);
  const mayName = detail.commands.includes("share, unshare, name a version");
  const own = people.get(detail.seat.id);
  return (
    <AppBar
      {...(own && { colour: own.colour, side: own.side })}
      end={
        <>
          {at !== null && (
            <span className="history-looking num">
              <IconHistory size="1rem" stroke={1.75} aria-hidden />
              {t("lookingAt", { at: new Date(at) })}
            </span>
          )}
          {mayName && isNow && (
            <span className="history-name">
              <Button onClick={() => name(true)}>{t("nameVersion")}</Button>
            </span>
          )}
          <ButtonLink to="/cases/$caseId" params={{ caseId: looked.caseId }} look="filled">
            {t("backToNow")}
          </ButtonLink>
          <NameVersionDialog looked={looked} isOpen={isNaming} onClose={() => name(false)} />
        </>
      }
    >
      <span className="history-case">
        <b>{detail.patient.name}</b>
        <span className="num">
          {detail.number} · {detail.title}
        </span>
      </span>
    </AppBar>
  );
}
