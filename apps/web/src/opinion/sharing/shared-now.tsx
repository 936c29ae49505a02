import { useFormatter, useTranslations } from "use-intl";
import type { Share } from "../../case/case-api.ts";
import { usePeople } from "../../case/case-context.ts";
import { Button } from "../../design/button.tsx";
import { RefusedLine } from "./refused-line.tsx";
import { useUnshare } from "./use-sharing.ts";

/** What they read at this moment, who has opened it, and the way to take it back. */
export function SharedNow({ opinion, share }: { readonly opinion: string; readonly share: Share }) {
  const t = useTranslations("opinion.sharing");
  const format = useFormatter();
  const people = usePeople();
  const { mutate, isPending, error } = useUnshare(opinion);
  const at = new Date(share.at);
  const names = share.openedBy.flatMap((seat) => people.get(seat)?.name ?? []);
  return (
    <div className="shared-now">
      <p>
        <b>
          {share.version === null
            ? t("sharedLive", { at })
            : t("sharedVersion", { version: share.version, at })}
        </b>
      </p>
      <p>{names.length > 0 ? t("openedBy", { names: format.list(names) }) : t("openedByNobody")}</p>
      <div className="shared-now-action">
        <Button isDanger disabled={isPending} onClick={() => mutate(share.id)}>
          {t("unshare")}
        </Button>
        <small>{t("unshareNote")}</small>
      </div>
      <RefusedLine error={error} />
    </div>
  );
}
