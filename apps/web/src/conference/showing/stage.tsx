import "./stage.css";
import { useTranslations } from "use-intl";
import { LookingTogetherContext } from "../../drawn/looking-together.ts";
import { ShownItem } from "./shown-item.tsx";
import { StageBar } from "./stage-bar.tsx";
import { StageChoice } from "./stage-choice.tsx";
import { type Stage as StageInUse, useStage } from "./use-stage.ts";

/** The evidence, beside the people of a conference: what somebody shows to all, or what one looks at by oneself. */
export function Stage() {
  const t = useTranslations("conferences.stage");
  const stage = useStage();
  return (
    <section className="conference-stage" aria-label={t("label")}>
      <StageBar stage={stage} />
      <LookingTogetherContext value={stage.together}>
        <OnStage stage={stage} />
      </LookingTogetherContext>
    </section>
  );
}

function OnStage({ stage: { on, choose } }: { readonly stage: StageInUse }) {
  const t = useTranslations("conferences.stage");
  switch (on.is) {
    case "empty":
      return <StageChoice onChoose={choose} />;
    case "showing":
      return on.item === null ? <StageChoice onChoose={choose} /> : <ShownItem item={on.item} />;
    case "following":
    case "apart":
      return on.item === null ? <p className="stage-wait">{t("wait")}</p> : <ShownItem item={on.item} />;
    case "own":
      return <ShownItem item={on.item} />;
  }
}
