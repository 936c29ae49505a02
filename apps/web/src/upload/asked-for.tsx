import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Glyph } from "../design/glyph.tsx";

const glyphs = { open: "open", here: "done", unavailable: "declined" } as const;

/** What the clinicians have asked the patient for, and what of it is here. */
export function AskedFor() {
  const t = useTranslations("delivery");
  const requests = useCase().detail.requests.flatMap((request) =>
    request.state === "not-applicable" ? [] : [{ ...request, state: request.state }],
  );
  if (requests.length === 0) return null;
  return (
    <section className="upload-section">
      <h2>{t("asked")}</h2>
      <ul className="upload-asked">
        {requests.map(({ id, what, due, state }) => (
          <li key={id} data-state={state}>
            <Glyph name={glyphs[state]} size={24} />
            <span>
              <b dir="auto">{what}</b>
              <small>
                {state === "here"
                  ? t("requestHere")
                  : state === "unavailable"
                    ? t("requestUnavailable")
                    : due === null
                      ? t("requestOpen")
                      : t("requestDue", { due: new Date(due) })}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {requests.some(({ state }) => state === "open") && <CannotGet />}
    </section>
  );
}

/** What nobody can get is not waited for: somebody has to know. */
function CannotGet() {
  const t = useTranslations("delivery");
  const patient = useTranslations("patient");
  const { phone } = useCase().detail.organisation;
  if (!phone) return null;
  return (
    <p className="upload-quiet">
      {t("cannotGet")} <a href={`tel:${phone.replaceAll(" ", "")}`}>{patient("callUs", { phone })}</a>
    </p>
  );
}
