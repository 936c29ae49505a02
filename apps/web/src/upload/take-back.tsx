import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { useCaseDeliveries, useRefreshDeliveries } from "./use-case-deliveries.ts";

/** Ends a delivery of one's own that has not come to its end: nothing of it stays. */
export function TakeBack({ id }: { readonly id: string }) {
  const t = useTranslations("delivery");
  const { api } = useCaseDeliveries();
  const refresh = useRefreshDeliveries();
  const [isFailed, setFailed] = useState(false);
  const takeBack = async () => {
    await api.cancel(id).then(
      () => setFailed(false),
      () => setFailed(true),
    );
    await refresh();
  };
  return (
    <>
      <Button size="small" onClick={() => void takeBack()}>
        {t("takeBack")}
      </Button>
      {isFailed && <p role="alert">{t("unreachable")}</p>}
    </>
  );
}
