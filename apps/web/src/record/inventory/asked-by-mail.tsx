import { useTranslations } from "use-intl";
import { Banner } from "../../design/banner.tsx";
import { Button } from "../../design/button.tsx";
import { useNewCode } from "./inventory-changes.ts";
import { useTellCode } from "./told-code.tsx";
import type { Request } from "./use-inventory.ts";

interface AskedByMailProps {
  readonly request: Request;
  readonly place: NonNullable<Request["place"]>;
}

/** How it stands with a hospital that has no account, and another code for it. */
export function AskedByMail({ request, place }: AskedByMailProps) {
  const t = useTranslations("inventory");
  const tell = useTellCode();
  const name = request.from ?? place.address;
  const { mutate, isPending, error } = useNewCode(request.id, (code) => tell({ code, name }));
  const { address, opened, lastOpened, expires, isLocked, reminders } = place;
  const until = new Date(expires);
  return (
    <div className="ask-mail">
      <p>
        {t("mailTo", { address })}
        <small>
          {lastOpened === null
            ? t("notOpened", { until })
            : t("opened", { count: opened, at: new Date(lastOpened), until })}
        </small>
        {reminders > 0 && <small>{t("reminded", { count: reminders })}</small>}
      </p>
      {isLocked && <Banner tone="warn" title={t("locked")} />}
      {error && <Banner tone="stop" title={t("codeNotMade")} />}
      <Button size="small" disabled={isPending} onClick={() => mutate(undefined)}>
        {t("otherCode")}
      </Button>
    </div>
  );
}
