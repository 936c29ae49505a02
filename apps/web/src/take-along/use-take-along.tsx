import { IconPackageExport } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { MenuItem } from "../design/menu.tsx";
import { TakeAlongDialog } from "./take-along-dialog.tsx";

export interface TakeAlong {
  /** In a menu. */
  readonly item: ReactNode;
  /** Beside it: a menu closes, and what is asked stays. */
  readonly dialog: ReactNode;
}

/** The case as one file, for the seats that may take it along; nothing for the others. */
export function useTakeAlong(): TakeAlong {
  const t = useTranslations("takeAlong");
  const { detail } = useCase();
  const [isOpen, setOpen] = useState(false);
  if (!detail.commands.includes("take the case along")) return { item: null, dialog: null };
  return {
    item: (
      <MenuItem
        icon={<IconPackageExport size="1.125rem" stroke={1.75} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t("action")}
      </MenuItem>
    ),
    dialog: <TakeAlongDialog isOpen={isOpen} onClose={() => setOpen(false)} />,
  };
}
