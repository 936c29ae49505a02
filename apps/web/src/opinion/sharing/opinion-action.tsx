import { useState } from "react";
import { useTranslations } from "use-intl";
import type { OpinionSummary } from "../../case/case-api.ts";
import { useCase } from "../../case/case-context.ts";
import { Button } from "../../design/button.tsx";
import { SharingDialog } from "./sharing-dialog.tsx";

/** What its author does with a draft, in the bar. */
export function OpinionAction({ opinion }: { readonly opinion: OpinionSummary }) {
  const t = useTranslations("opinion.sharing");
  const { detail } = useCase();
  const [isOpen, setOpen] = useState(false);
  if (!detail.commands.includes("share, unshare, name a version") || !opinion.write) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("open")}</Button>
      {isOpen && <SharingDialog opinion={opinion.id} onClose={() => setOpen(false)} />}
    </>
  );
}
