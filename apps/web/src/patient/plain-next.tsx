import { itemsOf } from "@consilium/workspace";
import { useTranslations } from "use-intl";
import type { Doc } from "yjs";
import { useCase } from "../case/case-context.ts";
import { useFindTerms } from "../case/use-glossary.ts";
import { Glyph } from "../design/glyph.tsx";
import { ReadingText } from "./reading-text.tsx";

/** Under the plain words: what happens next, and when to call. */
export function PlainNext({ doc }: { readonly doc: Doc }) {
  return (
    <>
      <Next doc={doc} />
      <WhenToCall doc={doc} />
    </>
  );
}

function Next({ doc }: { readonly doc: Doc }) {
  const t = useTranslations("patient");
  const { people } = useCase();
  const findTerms = useFindTerms();
  const steps = itemsOf(doc, "recommendation").filter((item) => item.rich("action").length > 0);
  if (steps.length === 0) return null;
  return (
    <section className="patient-next">
      <h2>{t("nextTitle")}</h2>
      <ol>
        {steps.map((item) => {
          const [owner, due] = [item.scalar("owner"), item.scalar("due")];
          const who = typeof owner === "string" ? (people.get(owner)?.name ?? owner) : "";
          const when =
            typeof due === "string" && due !== "" ? t("dueOn", { due: new Date(`${due}T12:00:00`) }) : "";
          return (
            <li key={item.id}>
              <ReadingText
                doc={doc}
                fragment={item.rich("action")}
                where={{ item: item.id, field: "action" }}
                findTerms={findTerms}
              />
              <p>{[when, who].filter(Boolean).join(" · ")}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function WhenToCall({ doc }: { readonly doc: Doc }) {
  const t = useTranslations("patient");
  const flags = itemsOf(doc, "red-flag").filter((item) => typeof item.scalar("symptom") === "string");
  if (flags.length === 0) return null;
  return (
    <section className="patient-next" data-tone="stop">
      <h2>
        <Glyph name="must" size={20} /> {t("redFlags")}
      </h2>
      <ul className="patient-flags">
        {flags.map((item) => (
          <li key={item.id}>
            <b>{String(item.scalar("symptom"))}</b>
            <ReadingText
              doc={doc}
              fragment={item.rich("action")}
              where={{ item: item.id, field: "action" }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
