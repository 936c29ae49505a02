import "./inventory.css";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { ButtonLink } from "../../design/button-link.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { useMayAdd } from "../../upload/use-case-deliveries.ts";
import { CameSince } from "./came-since.tsx";
import { useSaying } from "./inventory-changes.ts";
import { ReasonForm } from "./reason-form.tsx";
import type { Item, Request } from "./use-inventory.ts";

interface OwnAnswerProps {
  readonly item: Item;
  readonly request: Request;
  /** Where records are added already. */
  readonly isOnAdding?: boolean;
}

/** What this seat is asked for: it adds it, or says that it does not have it. */
export function OwnAnswer({ item, request, isOnAdding = false }: OwnAnswerProps) {
  const t = useTranslations("inventory");
  const { caseId, seat } = useCase();
  const mayAdd = useMayAdd();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="inventory-answer">
      {request.message && <p dir="auto">{request.message}</p>}
      <CameSince item={item} request={request} />
      <p className="inventory-ways">
        {mayAdd && !isOnAdding && (
          <ButtonLink size="small" to="/cases/$caseId/records/add" params={{ caseId }}>
            {t("addIt")}
          </ButtonLink>
        )}
        <button type="button" className="thread-link" onClick={() => setOpen(true)}>
          {t("haveNot")}
        </button>
        {request.due !== null && (
          <a href={calendarOf(caseId, request.id, seat)} download>
            {t("toCalendar")}
          </a>
        )}
      </p>
      {isOpen && <HaveNot item={item} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** Fetched by the browser itself, so whoever sits twice names their seat in the address. */
const calendarOf = (caseId: string, requestId: string, seat: string | undefined): string =>
  `/api/cases/${caseId}/requests/${requestId}/calendar${seat === undefined ? "" : `?seat=${seat}`}`;

interface HaveNotProps {
  readonly item: Item;
  readonly onClose: () => void;
}

function HaveNot({ item, onClose }: HaveNotProps) {
  const t = useTranslations("inventory");
  const saying = useSaying(item, onClose);
  return (
    <Dialog isOpen onClose={onClose} title={t("haveNotTitle")}>
      <p>{t("haveNotText")}</p>
      <ReasonForm
        label={t("haveNotReason")}
        hint={t("haveNotHint")}
        action={t("haveNotSave")}
        isPending={saying.isPending}
        error={saying.error}
        onBack={onClose}
        onSave={(because) => saying.mutate({ state: "unavailable", because })}
      />
    </Dialog>
  );
}
