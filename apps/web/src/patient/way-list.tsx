import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Glyph } from "../design/glyph.tsx";
import { type WayState, type WayStep, wayOf } from "./case-way.ts";

const glyphs = { done: "done", now: "in-progress", ahead: "open" } as const satisfies Record<
  WayState,
  string
>;

/** "Where your case stands": what is done, what happens now, what comes. */
export function WayList() {
  const t = useTranslations("patient");
  const { detail } = useCase();
  return (
    <section>
      <h2>{t("whereItStands")}</h2>
      <ol className="way">
        {wayOf(detail).map((step) => (
          <li
            key={step.step}
            data-state={step.state}
            aria-current={step.state === "now" ? "step" : undefined}
          >
            <Glyph name={glyphs[step.state]} size={20} />
            <span className="visually-hidden">{t("wayState", { state: step.state })}</span>
            <b>
              <StepName {...step} />
            </b>
            <StepTime {...step} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepName({ step, state }: WayStep) {
  const t = useTranslations("patient");
  const { people } = useCase();
  const readers = [...people.values()].filter(({ role, hasEnded }) => role === "specialist" && !hasEnded);
  const isDone = state === "done";
  switch (step) {
    case "questions":
      return isDone ? t("way.questions") : t("way.questionsNow");
    case "records":
      return isDone ? t("way.records") : t("way.recordsNow");
    case "writing":
      return isDone ? t("way.written") : t("way.writing", { count: readers.length });
    case "get":
      return isDone ? t("way.got") : t("way.get");
    case "ask":
      return t("way.ask");
  }
}

function StepTime({ step, state, on, due }: WayStep) {
  const t = useTranslations("patient");
  const { detail } = useCase();
  const missing = detail.requests.filter((request) => request.state === "open").map(({ what }) => what);
  const time =
    state === "done"
      ? on && t("onDay", { on })
      : due
        ? step === "ask"
          ? t("untilDay", { due })
          : t("byDay", { due })
        : state === "now" && t("nowWord");
  const rest =
    step === "records" && state !== "ahead" && missing.length > 0
      ? t("stillMissing", { count: missing.length, names: missing.join(", ") })
      : "";
  return <span className="way-time">{[time, rest].filter(Boolean).join(". ").replace(/\.\.$/u, ".")}</span>;
}
