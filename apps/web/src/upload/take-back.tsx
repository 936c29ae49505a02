import { useState } from "react";
import { useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { AskedTakeBack } from "./asked-take-back.tsx";
import { useDeliveryApi, useRefreshDeliveries } from "./use-case-deliveries.ts";

/** Ends a delivery of one's own that has not come to its end: nothing of it stays. */
export function TakeBack({ id }: { readonly id: string }) {
  const t = useTranslations("delivery");
  const api = useDeliveryApi();
  const refresh = useRefreshDeliveries();
  const [failure, setFailure] = useState<string>();
  const takeBack = async () => {
    setFailure(
      await api.cancel(id).then(
        () => undefined,
        (error: unknown) => (error instanceof Refused ? error.message : t("unreachable")),
      ),
    );
    await refresh();
  };
  return (
    <>
      <AskedTakeBack onTakeBack={() => void takeBack()} />
      {failure !== undefined && <p role="alert">{failure}</p>}
    </>
  );
}
