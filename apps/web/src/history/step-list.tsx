import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { usePeople } from "../case/case-context.ts";
import { Avatar } from "../design/avatar.tsx";
import { Button } from "../design/button.tsx";
import { isFieldName } from "./field-names.ts";
import type { Step } from "./history-api.ts";
import { opinionSection } from "./section-words.ts";

export interface StepListProps {
  readonly steps: readonly Step[];
  readonly current: Step | undefined;
  readonly onChoose: (step: Step) => void;
  /** Undefined: these are all. */
  readonly loadMore: (() => void) | undefined;
}

/** "How it came to be": who did what when, the oldest first. */
export function StepList({ steps, current, onChoose, loadMore }: StepListProps) {
  const t = useTranslations("history");
  if (steps.length === 0) return <p className="history-nothing">{t("noSteps")}</p>;
  return (
    <ol className="history-steps" aria-label={t("steps")}>
      {steps.map((step) => (
        <li key={`${step.from} ${step.seat}`}>
          <StepButton step={step} isCurrent={step === current} onChoose={onChoose} />
        </li>
      ))}
      {loadMore && (
        <li>
          <Button size="small" onClick={loadMore}>
            {t("moreSteps")}
          </Button>
        </li>
      )}
    </ol>
  );
}

interface StepButtonProps {
  readonly step: Step;
  readonly isCurrent: boolean;
  readonly onChoose: (step: Step) => void;
}

/** While it plays, the current one stays in sight. */
function StepButton({ step, isCurrent, onChoose }: StepButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  return (
    <button
      type="button"
      ref={button}
      aria-current={isCurrent ? "step" : undefined}
      onClick={() => onChoose(step)}
    >
      <StepLine step={step} />
    </button>
  );
}

function StepLine({ step }: { readonly step: Step }) {
  const t = useTranslations("history");
  const person = usePeople().get(step.seat);
  const said = useStepWords(step);
  const places = usePlaces(step.places);
  return (
    <>
      {person && <Avatar person={person} size={24} />}
      <span>
        <span className="history-step-words">{said}</span>
        <span className="history-step-time num">
          {t("at", { at: new Date(step.until) })} · {places}
        </span>
      </span>
    </>
  );
}

/** What the step was about: its longest change, or else what it changed. */
function useStepWords({ words, fields, edits }: Step): string {
  const t = useTranslations("history");
  if (words) return t(words.state === "added" ? "wrote" : "removed", { words: words.text });
  const known = fields.filter((field) => isFieldName(field)).map((field) => t(`field.${field}`));
  if (known.length > 0) return t("changedField", { fields: known.join(", ") });
  return t("edited", { edits });
}

function usePlaces(places: readonly string[]): string {
  const t = useTranslations("history");
  const sections = useTranslations("opinion");
  const names = new Set(
    places.map((place) => {
      const section = place.startsWith("s.") ? opinionSection(place.slice(2)) : undefined;
      return section ? sections(`section.${section.name}`) : t("items");
    }),
  );
  const [first = "", ...more] = names;
  return more.length === 0 ? first : t("inSeveral", { place: first, more: more.length });
}
