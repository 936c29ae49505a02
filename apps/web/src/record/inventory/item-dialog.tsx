import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { ButtonLink } from "../../design/button-link.tsx";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { useMayAdd } from "../../upload/use-case-deliveries.ts";
import { AskForm } from "./ask-form.tsx";
import { AskedByMail } from "./asked-by-mail.tsx";
import { CameSince } from "./came-since.tsx";
import { useSaying } from "./inventory-changes.ts";
import { ItemHistory } from "./item-history.tsx";
import { NotKept } from "./not-kept.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { type Item, useItemName } from "./use-inventory.ts";
import { mayWithdraw } from "./who-may.ts";
import { WithdrawForm } from "./withdraw-form.tsx";

export interface ItemDialogProps {
  readonly item: Item;
  readonly onClose: () => void;
}

type Reasoned = "unavailable" | "not-applicable" | "withdrawn";

/** For whoever may ask: why it matters, how it went, and what to do next. */
export function ItemDialog({ item, onClose }: ItemDialogProps) {
  const t = useTranslations("inventory");
  const nameOf = useItemName();
  const [reasoned, setReasoned] = useState<Reasoned>();
  const saying = useSaying(item, onClose);
  const { request } = item;
  const why = request?.why ?? item.blocks;
  return (
    <Dialog isOpen onClose={onClose} title={nameOf(item)} width={36} isGrowing>
      {why && <p className="ask-why">{t("whyItMatters", { why })}</p>}
      <ItemHistory item={item} />
      {item.state === "asked" && request && <CameSince item={item} request={request} />}
      {reasoned === "withdrawn" && request ? (
        <WithdrawForm request={request} onBack={() => setReasoned(undefined)} onDone={onClose} />
      ) : reasoned && reasoned !== "withdrawn" ? (
        <ReasonForm
          label={t("reason")}
          hint={t("reasonHint")}
          action={t(reasoned === "unavailable" ? "saveUnavailable" : "saveUnneeded")}
          isPending={saying.isPending}
          error={saying.error}
          onBack={() => setReasoned(undefined)}
          onSave={(because) => saying.mutate({ state: reasoned, because })}
        />
      ) : (
        <Ways item={item} saying={saying} onReason={setReasoned} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface WaysProps extends ItemDialogProps {
  readonly saying: ReturnType<typeof useSaying>;
  readonly onReason: (state: Reasoned) => void;
}

function Ways({ item, saying, onReason, onClose }: WaysProps) {
  const t = useTranslations("inventory");
  const open = useCase();
  const { state } = item;
  const isOpen = state === "asked" || state === "missing" || state === "incomplete";
  const mayAskNow = state !== "asked" && (isOpen || state === "unavailable");
  return (
    <>
      {mayAskNow && <AskForm item={item} onSent={onClose} />}
      <NotKept error={saying.error} />
      {state === "asked" && item.request?.place && (
        <AskedByMail request={item.request} place={item.request.place} />
      )}
      {state === "asked" && <WayToAdd />}
      <div className="ask-ways" data-quiet={mayAskNow || undefined}>
        {isOpen ? (
          <>
            <WhatBecame isNext={state === "asked"} saying={saying} onReason={onReason} />
            {state === "asked" && item.request && mayWithdraw(open, item.request) && (
              <Button look="quiet" onClick={() => onReason("withdrawn")}>
                {t("withdraw")}
              </Button>
            )}
          </>
        ) : (
          <TakeBack item={item} saying={saying} />
        )}
      </div>
    </>
  );
}

function WayToAdd() {
  const t = useTranslations("inventory");
  const { caseId } = useCase();
  const mayAdd = useMayAdd();
  if (!mayAdd) return null;
  return (
    <p className="ask-ways">
      <ButtonLink to="/cases/$caseId/records/add" params={{ caseId }}>
        {t("addIt")}
      </ButtonLink>
    </p>
  );
}

interface WhatBecameProps extends Pick<WaysProps, "saying" | "onReason"> {
  /** It is the next step. */
  readonly isNext: boolean;
}

function WhatBecame({ isNext, saying, onReason }: WhatBecameProps) {
  const t = useTranslations("inventory");
  return (
    <>
      <Button
        look={isNext ? "filled" : "quiet"}
        disabled={saying.isPending}
        onClick={() => saying.mutate({ state: "here" })}
      >
        {t("isHere")}
      </Button>
      <Button look="quiet" onClick={() => onReason("unavailable")}>
        {t("cannotBeHad")}
      </Button>
      <Button look="quiet" onClick={() => onReason("not-applicable")}>
        {t("notNeeded")}
      </Button>
    </>
  );
}

function TakeBack({ item, saying }: Pick<WaysProps, "item" | "saying">) {
  const t = useTranslations("inventory");
  return (
    <Button look="quiet" disabled={saying.isPending} onClick={() => saying.mutate({ state: "open" })}>
      {t(item.said ? "takeBack" : "awaited")}
    </Button>
  );
}
