import "./feasibility.css";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase, usePeople } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import { StateGlyph, type WorkState } from "../design/state-glyph.tsx";
import { TextField } from "../design/text-field.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { type Feasibility, type FeasibilityState, useReports, useSayFeasible } from "./use-report.ts";

const looks: Record<FeasibilityState, WorkState> = {
  "not-said": "open",
  feasible: "in-progress",
  "not-available": "not-available",
  done: "done",
};

export interface FeasibilityCellProps {
  readonly opinion: string;
  /** The recommendation. */
  readonly item: string;
}

/** What those who treat the patient say of a recommendation, and for them the ways to say it. */
export function FeasibilityCell({ opinion, item }: FeasibilityCellProps) {
  const { data } = useReports();
  const { detail } = useCase();
  const said = data?.feasibility.find((one) => one.opinion === opinion && one.item === item);
  return (
    <>
      <Said said={said} />
      {detail.commands.includes("feasibility, done") && (
        <Say opinion={opinion} item={item} state={said?.state ?? "not-said"} />
      )}
    </>
  );
}

function Said({ said }: { readonly said: Feasibility | undefined }) {
  const t = useTranslations("report");
  const people = usePeople();
  const state = said?.state ?? "not-said";
  const by = said && state !== "not-said" ? people.get(said.by)?.name : undefined;
  return (
    <div className="report-said">
      <StateGlyph state={looks[state]}>{t(`feasibility.${state}`)}</StateGlyph>
      {said?.note && <p dir="auto">{said.note}</p>}
      {said && by && <p className="report-said-by">{t("saidBy", { name: by, at: new Date(said.at) })}</p>}
      {said?.isOfEarlier && <p className="report-said-by">{t("saidOfEarlier")}</p>}
    </div>
  );
}

type SayProps = FeasibilityCellProps & { readonly state: FeasibilityState };

function Say({ opinion, item, state }: SayProps) {
  const [isExplaining, setExplaining] = useState(false);
  return isExplaining ? (
    <Explain opinion={opinion} item={item} onDone={() => setExplaining(false)} />
  ) : (
    <Ways opinion={opinion} item={item} state={state} onExplain={() => setExplaining(true)} />
  );
}

function Ways({ opinion, item, state, onExplain }: SayProps & { readonly onExplain: () => void }) {
  const t = useTranslations("report");
  const { mutate, isPending, error } = useSayFeasible(opinion, item);
  const say = (way: FeasibilityState) => mutate({ state: way, note: null });
  return (
    <div className="report-ways">
      {(["feasible", "done"] as const).map(
        (way) =>
          way !== state && (
            <Button key={way} size="small" disabled={isPending} onClick={() => say(way)}>
              {t(`ways.${way}`)}
            </Button>
          ),
      )}
      {state !== "not-available" && (
        <Button size="small" look="quiet" onClick={onExplain}>
          {t("ways.not-available")}
        </Button>
      )}
      {state !== "not-said" && (
        <Button size="small" look="quiet" disabled={isPending} onClick={() => say("not-said")}>
          {t("ways.not-said")}
        </Button>
      )}
      <RefusedLine error={error} />
    </div>
  );
}

/** What is not available wants a reason: whoever advised it reads it. */
function Explain({ opinion, item, onDone }: FeasibilityCellProps & { readonly onDone: () => void }) {
  const t = useTranslations("report");
  const { mutate, error } = useSayFeasible(opinion, item);
  const [note, setNote] = useState("");
  const off = note.trim() === "" ? t("sayWhy") : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!off) mutate({ state: "not-available", note }, { onSuccess: onDone });
  };
  return (
    <form className="report-explain" onSubmit={send}>
      <TextField
        label={t("because")}
        value={note}
        maxLength={2000}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Button type="submit" size="small" offReason={off}>
        {t("say")}
      </Button>
      <Button look="quiet" size="small" onClick={onDone}>
        {t("cancel")}
      </Button>
      <RefusedLine error={error} />
    </form>
  );
}
