import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Glyph } from "../design/glyph.tsx";
import { OwnAnswer } from "../record/inventory/own-answer.tsx";
import { type Item, type Request, useInventory } from "../record/inventory/use-inventory.ts";
import { mayAnswerFor } from "../record/inventory/who-may.ts";

const glyphs = { open: "open", here: "done", unavailable: "declined" } as const;
type Shown = keyof typeof glyphs;

/** What the clinicians have asked the patient for, and what of it is here. */
export function AskedFor() {
  const t = useTranslations("delivery");
  const { requests } = useCase().detail;
  const items = useInventory();
  const shown = requests.flatMap((request) =>
    request.state === "not-applicable" ? [] : [{ request, state: request.state }],
  );
  if (shown.length === 0) return null;
  return (
    <section className="upload-section">
      <h2>{t("asked")}</h2>
      <ul className="upload-asked">
        {shown.map(({ request, state }) => (
          <li key={request.id} data-state={state}>
            <Glyph name={glyphs[state]} size={24} />
            <div>
              <b dir="auto">{request.what}</b>
              <small>
                <HowItStands state={state} due={request.due} />
              </small>
              <Answer request={request} item={items?.find((one) => one.request?.id === request.id)} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface HowItStandsProps {
  readonly state: Shown;
  readonly due: string | null;
}

function HowItStands({ state, due }: HowItStandsProps) {
  const t = useTranslations("delivery");
  if (state === "here") return t("requestHere");
  if (state === "unavailable") return t("requestUnavailable");
  return due === null ? t("requestOpen") : t("requestDue", { due: new Date(due) });
}

/** Of what this seat is asked itself. */
function Answer({ request, item }: { readonly request: Request; readonly item: Item | undefined }) {
  const open = useCase();
  if (!item || !mayAnswerFor(open, request)) return null;
  return <OwnAnswer item={item} request={request} isOnAdding />;
}
