import type { Evidence } from "@consilium/workspace";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";

export interface LinkEvidenceProps {
  readonly seen: readonly Evidence[];
  readonly onChoose: (evidence: Evidence) => void;
  readonly onClose: () => void;
}

function QuotedWords({ anchor }: Pick<Evidence, "anchor">) {
  const quote = "quote" in anchor ? anchor.quote : null;
  return quote && <small>“{quote.exact}”</small>;
}

/** Ctrl E: the places last looked at; the first has the focus, so that Enter takes it. */
export function LinkEvidence({ seen, onChoose, onClose }: LinkEvidenceProps) {
  const t = useTranslations("record");
  return (
    <Dialog isOpen onClose={onClose} title={t("linkTitle")}>
      {seen.length === 0 ? (
        <p>{t("nothingSeen")}</p>
      ) : (
        <ul className="seen-places">
          {seen.map((evidence, at) => (
            <li key={at}>
              <Button look="quiet" data-autofocus={at === 0 || undefined} onClick={() => onChoose(evidence)}>
                <span>
                  {evidence.label}
                  <QuotedWords anchor={evidence.anchor} />
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
