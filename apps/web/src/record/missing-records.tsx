import { isPatientSide, mayAnswer } from "@consilium/clinical";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { answerOf, caseApi, type CaseDetail, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { Glyph } from "../design/glyph.tsx";
import { authorIn } from "../thread/author-in.ts";
import { RailGroup } from "./rail-group.tsx";
import { type CaseRecord, filedContent } from "./record-query.ts";

export interface MissingProps {
  readonly records: readonly CaseRecord[];
  readonly level: 1 | 2;
}

type Request = CaseDetail["requests"][number];

/** Asked for and not here, and what this case was said not to need: when it was asked, by when it should come, and which record may be it. */
export function Missing({ records, level }: MissingProps) {
  const t = useTranslations("record");
  const { requests, commands, seat } = useCase().detail;
  const mayAsk = commands.includes("request a record");
  const missing = requests.filter(({ state }) => state === "open" || state === "unavailable");
  const unneeded = requests.filter(({ state }) => state === "not-applicable");
  const items = (all: readonly Request[]) =>
    all.map((request) => (
      <li key={request.id}>
        <RequestItem request={request} />
        {mayAsk && <Answering request={request} records={records} />}
      </li>
    ));
  return (
    <>
      {missing.length > 0 && (
        <RailGroup name={t(isPatientSide(seat) ? "missingPatient" : "missing")} level={level}>
          {items(missing)}
        </RailGroup>
      )}
      {unneeded.length > 0 && (
        <RailGroup name={t("notApplicable")} level={level}>
          {items(unneeded)}
        </RailGroup>
      )}
    </>
  );
}

const glyphs = {
  open: "advice",
  here: "done",
  unavailable: "declined",
  "not-applicable": "declined",
} as const;

function RequestItem({ request }: { readonly request: Request }) {
  const isPatients = isPatientSide(useCase().detail.seat);
  const isMissing = request.state !== "not-applicable" && !isPatients;
  return (
    <div className="record-rail-item" data-missing={isMissing || undefined}>
      <Glyph name={isPatients && request.state === "open" ? "open" : glyphs[request.state]} />
      <span>
        <b dir="auto">{request.what}</b>
        <small>
          <HowItStands request={request} />
        </small>
      </span>
    </div>
  );
}

function HowItStands({ request }: { readonly request: Request }) {
  const { asked, due, state, answered, answeredBy } = request;
  const t = useTranslations("record");
  const { people, detail } = useCase();
  if (state === "not-applicable" && answered !== null && answeredBy !== null)
    return t("notApplicableBy", { name: authorIn(people, answeredBy).name, at: new Date(answered) });
  if (state === "unavailable") return t("unavailable");
  if (isPatientSide(detail.seat))
    return due === null ? t("notHereYet") : t("notHereDue", { due: new Date(due) });
  if (due === null) return t("asked", { asked: new Date(asked) });
  return t("askedDue", { asked: new Date(asked), due: new Date(due) });
}

interface AnsweringProps extends Pick<MissingProps, "records"> {
  readonly request: Request;
}

/** A record that came and may be the one is offered; whether it is, a person says. */
function Answering({ request, records }: AnsweringProps) {
  const t = useTranslations("record");
  const { mutate, error, isPending } = useAnswering(request);
  const came = records.map((record) => ({ ...filedContent(record), added: record.added }));
  const [offered] = mayAnswer(request, came);
  const press = (state: Request["state"], record: string | null = null) => ({
    type: "button" as const,
    className: "thread-link",
    disabled: isPending,
    onClick: () => mutate({ state, record }),
  });
  return (
    <div className="record-rail-answer">
      {offered && request.state === "open" && (
        <p>
          {t("mayBeIt", { title: offered.title })}{" "}
          <button {...press("here", offered.id)}>{t("thatIsIt")}</button>
        </p>
      )}
      {request.state === "open" ? (
        <p>
          <button {...press("here")}>{t("isHere")}</button>
          <button {...press("unavailable")}>{t("isUnavailable")}</button>
          <button {...press("not-applicable")}>{t("isNotApplicable")}</button>
        </p>
      ) : (
        <p>
          <button {...press("open")}>{t("isAwaited")}</button>
        </p>
      )}
      {error && <p role="alert">{error instanceof Refused ? error.message : t("notAnswered")}</p>}
    </div>
  );
}

interface Answer {
  readonly state: Request["state"];
  readonly record: string | null;
}

function useAnswering({ id }: Request) {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (json: Answer) =>
      answerOf(
        caseApi.cases[":caseId"].requests[":requestId"].answer.$post({
          param: { caseId, requestId: id },
          json,
          ...inSeat(seat),
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: caseKey(caseId) }),
  });
}
