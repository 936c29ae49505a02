import type { LocalDocument, NotSaved } from "@consilium/workspace-client";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { useNotSavedReason } from "../design/not-saved-reason.ts";
import { LostWords } from "./kept-words.tsx";

/** What the server did not take, why, and the words themselves for copying (SY-14). It goes when the person lets it go. */
export function NotSavedNotice({ document }: { readonly document: LocalDocument }) {
  const { status } = document.snapshot.getSnapshot();
  return (
    status.state === "not-saved" && (
      <Notice document={document.name} notSaved={status} dismiss={() => document.dismissNotice()} />
    )
  );
}

interface NoticeProps {
  readonly document: string;
  readonly notSaved: NotSaved;
  readonly dismiss: () => void;
}

function Notice({ document, notSaved, dismiss }: NoticeProps) {
  const t = useTranslations("workspace");
  const sayReason = useNotSavedReason();
  const { fate, text } = notSaved;
  const isLost = fate === "reset" && text.length > 0;
  const close = (
    <Button look="quiet" size="small" onClick={dismiss}>
      {t("understood")}
    </Button>
  );
  const title = t("notSaved", { reason: sayReason(notSaved.reason) });
  return (
    <section className="kept-notice" aria-label={title}>
      <Banner tone="stop" isBar title={title} action={!isLost && close}>
        {fate === "late" ? t("lateText") : t("resetText")}
      </Banner>
      {isLost && <LostWords document={document} text={text} discard={dismiss} />}
    </section>
  );
}
