import { useTranslations } from "use-intl";
import { LeftOut } from "../record/left-out.tsx";
import type { NotUnderstood } from "./delivery-api.ts";

const mostFiles = 50;

/** What files held that is not among the records, file by file. */
export function LeftOutOfFiles({ things }: { readonly things: readonly NotUnderstood[] }) {
  const t = useTranslations("delivery");
  const files = [...Map.groupBy(things, ({ path }) => path)];
  if (files.length === 0) return null;
  return (
    <>
      <h4>{t("leftOutTitle")}</h4>
      {files.slice(0, mostFiles).map(([path, left]) => (
        <section key={path} className="upload-left-out" aria-label={path}>
          <h5>
            <bdi translate="no">{path}</bdi>
          </h5>
          <LeftOut things={left} />
        </section>
      ))}
      {files.length > mostFiles && <p>{t("moreRecords", { count: files.length - mostFiles })}</p>}
    </>
  );
}
