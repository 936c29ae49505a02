import type { LocalDocument, NotSaved } from "@consilium/workspace-client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { useNotSavedReason } from "../design/not-saved-reason.ts";
import "./case.css";

/** What the server did not take, why, and the words themselves for copying (SY-14). It goes when the person lets it go. */
export function NotSavedNotice({ document }: { readonly document: LocalDocument }) {
  const { status } = document.snapshot.getSnapshot();
  return (
    status.state === "not-saved" && <Notice notSaved={status} dismiss={() => document.dismissNotice()} />
  );
}

interface NoticeProps {
  readonly notSaved: NotSaved;
  readonly dismiss: () => void;
}

function Notice({ notSaved, dismiss }: NoticeProps) {
  const t = useTranslations("workspace");
  const sayReason = useNotSavedReason();
  const { fate, text } = notSaved;
  const words = text.map((part) => part.text).join("\n\n");
  return (
    <section className="not-saved">
      <Banner tone="stop" isBar title={t("notSaved", { reason: sayReason(notSaved.reason) })}>
        {fate === "late" ? t("lateText") : t("resetText")}
      </Banner>
      <div className="not-saved-body">
        {text.map((part) => (
          <blockquote key={part.root}>{part.text}</blockquote>
        ))}
        <div className="not-saved-actions">
          {words !== "" && <CopyButton words={words} />}
          <Button look="quiet" isDanger={fate === "reset" && words !== ""} onClick={dismiss}>
            {fate === "reset" && words !== "" ? t("discard") : t("understood")}
          </Button>
        </div>
      </div>
    </section>
  );
}

function CopyButton({ words }: { readonly words: string }) {
  const t = useTranslations("workspace");
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(words).then(() => setCopied(true));
  return <Button onClick={copy}>{isCopied ? t("copied") : t("copy")}</Button>;
}
