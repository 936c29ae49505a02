import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { largestFile, mostFiles } from "./admit-files.ts";
import type { CaseDeliveries, NotSent } from "./case-deliveries.ts";
import { useBytes } from "./use-bytes.ts";

/** Lines that are read; more are counted. */
const most = 20;

export interface NotSentNoticeProps {
  readonly notSent: NotSent;
  readonly deliveries: CaseDeliveries;
}

/** What of the last choice is not sent, each with its reason. */
export function NotSentNotice({ notSent, deliveries }: NotSentNoticeProps) {
  const t = useTranslations("delivery");
  const lines = useLines(notSent);
  const system = notSent.leftOut.filter(({ reason }) => reason === "made-by-computer").length;
  const title = notSent.isSomethingSent ? t("notSentTitle", { count: lines.length }) : t("nothingSentTitle");
  const close = (
    <Button look="quiet" onClick={() => deliveries.dismiss()}>
      {t("dismiss")}
    </Button>
  );
  if (lines.length === 0)
    return <Banner tone="draft" title={t("madeByComputer", { count: system })} action={close} />;
  return (
    <section className="upload-not-sent">
      <Banner tone="warn" title={title} action={close} />
      <ul className="upload-lines">
        {lines.slice(0, most).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length > most && <li>{t("moreNotSent", { count: lines.length - most })}</li>}
        {system > 0 && <li>{t("madeByComputer", { count: system })}</li>}
      </ul>
    </section>
  );
}

function useLines({ leftOut, emptyFolders, unreadable }: NotSent): readonly string[] {
  const t = useTranslations("delivery");
  const bytes = useBytes();
  const files = leftOut.flatMap(({ path, bytes: size, reason }) => {
    switch (reason) {
      case "made-by-computer":
        return [];
      case "too-large":
        return [t("notSent.too-large", { path, size: bytes(size), most: bytes(largestFile) })];
      case "too-many":
        return [t("notSent.too-many", { path, most: mostFiles })];
      case "empty":
        return [t("notSent.empty", { path })];
    }
  });
  return [
    ...files,
    ...emptyFolders.map((path) => (path === "" ? t("folderEmpty") : t("notSent.empty-folder", { path }))),
    ...unreadable.map((path) => t("notSent.unreadable", { path })),
  ];
}
