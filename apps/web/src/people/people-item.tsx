import { IconUsers } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { MenuItem } from "../design/menu.tsx";

/** The way to the people of the case, in the menu of its bar. */
export function PeopleItem() {
  const t = useTranslations("people");
  const { caseId } = useCase();
  const navigate = useNavigate();
  return (
    <MenuItem
      icon={<IconUsers size="1.125rem" stroke={1.75} aria-hidden />}
      onClick={() => void navigate({ to: "/cases/$caseId/people", params: { caseId } })}
    >
      {t("open")}
    </MenuItem>
  );
}
