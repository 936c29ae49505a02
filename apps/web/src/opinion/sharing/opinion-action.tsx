import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { OpinionSummary } from "../../case/case-api.ts";
import { useCase } from "../../case/case-context.ts";
import { Button } from "../../design/button.tsx";
import { Menu, MenuItem } from "../../design/menu.tsx";
import { ToolbarButton } from "../../design/toolbar-button.tsx";
import { useIsWidth } from "../../design/width.ts";
import { SigningDialog } from "../../signing/signing-dialog.tsx";
import { SharingDialog } from "./sharing-dialog.tsx";

/** What its author does with a draft, in the bar; on a telephone behind one button. */
export function OpinionAction({ opinion }: { readonly opinion: OpinionSummary }) {
  const t = useTranslations();
  const { detail } = useCase();
  const isNarrow = useIsWidth("narrow");
  const [open, setOpen] = useState<"sharing" | "signing">();
  if (!opinion.write) return null;
  const ways = [
    { is: "sharing", command: "share, unshare, name a version", name: t("opinion.sharing.open") },
    { is: "signing", command: "sign, correct, retract", name: t("signing.open") },
  ] as const;
  const mine = ways.filter(({ command }) => detail.commands.includes(command));
  if (mine.length === 0) return null;
  const close = () => setOpen(undefined);
  return (
    <>
      {isNarrow ? (
        <Menu target={<ToolbarButton icon={dots} label={t("opinion.more")} />}>
          {mine.map(({ is, name }) => (
            <MenuItem key={is} onClick={() => setOpen(is)}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      ) : (
        mine.map(({ is, name }) => (
          <Button key={is} look={is === "signing" ? "filled" : "plain"} onClick={() => setOpen(is)}>
            {name}
          </Button>
        ))
      )}
      {open === "sharing" && <SharingDialog opinion={opinion.id} onClose={close} />}
      {open === "signing" && <SigningDialog opinion={opinion.id} onClose={close} />}
    </>
  );
}

const dots = <IconDots size="1.125rem" stroke={1.75} aria-hidden />;
