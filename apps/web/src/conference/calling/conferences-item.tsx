import { IconVideo } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { MenuItem } from "../../design/menu.tsx";

/** The way to the conferences of the case, in the menu of its bar. Who reads blind has none. */
export function ConferencesItem() {
  const t = useTranslations("conferences");
  const { caseId, detail } = useCase();
  const navigate = useNavigate();
  if (detail.seat.mode === "blind") return null;
  return (
    <MenuItem
      icon={<IconVideo size="1.125rem" stroke={1.75} aria-hidden />}
      onClick={() => void navigate({ to: "/cases/$caseId/conferences", params: { caseId } })}
    >
      {t("open")}
    </MenuItem>
  );
}
