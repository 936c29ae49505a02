import { IconStethoscope } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { MenuItem } from "../design/menu.tsx";
import { useIsWidth } from "../design/width.ts";
import { CaseSteps } from "./case-steps.tsx";

export interface CoordinatorActionsProps {
  /** First in the menu. */
  readonly items: ReactNode;
}

/** In the bar of a case, for whoever coordinates it: the next step, the others, and the way to its triage. */
export function CoordinatorActions({ items }: CoordinatorActionsProps) {
  const t = useTranslations("coordination");
  const { caseId, seat, detail, people } = useCase();
  const navigate = useNavigate();
  const isNarrow = useIsWidth("narrow");
  const hasAuthor = [...people.values()].some(({ mode, hasEnded }) => mode === "author" && !hasEnded);
  return (
    <CaseSteps
      of={{ caseId, seat }}
      state={detail.state}
      interrupted={detail.interrupted}
      hasAuthor={hasAuthor}
      isCompact={isNarrow}
      items={
        <>
          {items}
          <MenuItem
            icon={<IconStethoscope size="1.125rem" stroke={1.75} aria-hidden />}
            onClick={() => void navigate({ to: "/cases/$caseId/triage", params: { caseId } })}
          >
            {t("triage")}
          </MenuItem>
        </>
      }
    />
  );
}
