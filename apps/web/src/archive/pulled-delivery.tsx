import { useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { useCase } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import type { Delivery } from "../upload/delivery-api.ts";
import { TakeBack } from "../upload/take-back.tsx";
import { useArchives, useFetchStudy } from "./archive-api.ts";

type Source = NonNullable<Delivery["source"]>;

interface PulledProps {
  readonly delivery: Delivery;
  readonly source: Source;
}

/** Which study, and from where. */
export function PulledTitle({ source: { name, description } }: Pick<PulledProps, "source">) {
  const t = useTranslations("archive");
  return <p dir="auto">{t("pulled", { title: description || t("untitled"), name })}</p>;
}

/** How far it is; whoever asked for it can take it back. */
export function Fetching({ delivery, source: { name } }: PulledProps) {
  const t = useTranslations("archive");
  const { detail } = useCase();
  const { by, files, arrived } = delivery;
  return (
    <>
      {files === 0 ? (
        <p>{t("asked", { name })}</p>
      ) : (
        <>
          <p className="num">{t("arriving", { arrived, files })}</p>
          <progress
            className="upload-progress"
            aria-label={t("arriving", { arrived, files })}
            max={files}
            value={arrived}
          />
        </>
      )}
      {by === detail.seat.id && <TakeBack id={delivery.id} />}
    </>
  );
}

interface NotFetchedProps {
  readonly source: Source;
  readonly problem: NonNullable<Delivery["problem"]>;
}

/** Why there is nothing of it, and once more where this seat may. */
export function NotFetched({ source: { archive, name, study }, problem }: NotFetchedProps) {
  const t = useTranslations("archive");
  const mayAsk = useArchives().some(({ id }) => id === archive);
  const { mutate, error, isPending } = useFetchStudy(archive);
  return (
    <>
      <p>{t(`problem.${problem}`, { name })}</p>
      {mayAsk && (
        <Button size="small" onClick={() => !isPending && mutate(study)}>
          {t("again")}
        </Button>
      )}
      {error && <p role="alert">{error instanceof Refused ? error.message : t("unreachable")}</p>}
    </>
  );
}
