import { parseDocumentName } from "@consilium/clinical";
import { sectionRoot, sectionsOf } from "@consilium/workspace";
import type { SectionText } from "@consilium/workspace-client";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import "./case.css";

export interface KeptWordsProps {
  /** Of the document to which they belong: `opinion.<id>`. */
  readonly document: string;
  readonly text: readonly SectionText[];
  /** `stop`: they are nowhere else. `quiet`: the server has them. */
  readonly tone: "stop" | "quiet";
  /** Beside "Copy". */
  readonly actions?: ReactNode;
}

/** Somebody's own words that are in no text of the case, by section, to be copied. */
export function KeptWords({ document, text, tone, actions }: KeptWordsProps) {
  const sectionName = useSectionName(document);
  const words = text.map((part) => part.text).join("\n\n");
  return (
    <div className="kept-words" data-tone={tone}>
      {text.map((part) => (
        <figure key={part.root}>
          <figcaption>{sectionName(part.root)}</figcaption>
          <blockquote>{part.text}</blockquote>
        </figure>
      ))}
      <div className="kept-words-actions">
        {words !== "" && <CopyButton words={words} />}
        {actions}
      </div>
    </div>
  );
}

export interface LostWordsProps extends Pick<KeptWordsProps, "document" | "text"> {
  readonly discard: () => void;
}

/** Words that are nowhere else: there until the person lets them go. */
export function LostWords({ discard, ...words }: LostWordsProps) {
  const t = useTranslations("workspace");
  return (
    <KeptWords
      {...words}
      tone="stop"
      actions={
        <Button look="quiet" isDanger onClick={discard}>
          {t("discard")}
        </Button>
      }
    />
  );
}

/** The name of a document for its reader. */
export function useDocumentTitle(): (document: string) => string {
  const t = useTranslations("workspace.keptIn");
  return (document) => {
    const kind = parseDocumentName(document)?.kind ?? "other";
    // A point would part a message's name.
    if (kind === "story.prior") return t("storyPrior");
    return t(kind === "referral.prior" ? "referralPrior" : kind);
  };
}

function useSectionName(document: string): (root: string) => string {
  const t = useTranslations();
  const kind = parseDocumentName(document)?.kind;
  const sections = kind && kind !== "layer" ? sectionsOf(kind) : [];
  return (root) => {
    const section = sections.find((one) => sectionRoot(one) === root);
    if (section) return t(`opinion.section.${section}`);
    if (root === "items") return t("workspace.keptItems");
    return root === "a" ? t("workspace.keptRemarks") : t("workspace.keptElsewhere");
  };
}

function CopyButton({ words }: { readonly words: string }) {
  const t = useTranslations("workspace");
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(words).then(() => setCopied(true));
  return <Button onClick={copy}>{isCopied ? t("copied") : t("copy")}</Button>;
}
