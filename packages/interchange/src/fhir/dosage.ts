import { child, children, decimal, isTrue, line, type Node } from "../json/node.ts";
import { conceptText, joined, quantityText, rangeText, ratioText } from "./concept.ts";

const units = new Map([
  ["s", "second"],
  ["min", "minute"],
  ["h", "hour"],
  ["d", "day"],
  ["wk", "week"],
  ["mo", "month"],
  ["a", "year"],
]);

/** "twice every 8 hours" as numbers: "2 times every 8 hours", "once a day". */
function timingText(timing: Node | null): string | null {
  const repeat = child(timing, "repeat");
  const period = decimal(repeat, "period");
  const unit = line(repeat, "periodUnit");
  const spoken = conceptText(timing, "code");
  if (period === null || unit === null) return spoken;
  const often = decimal(repeat, "frequency")?.text ?? "1";
  const times = often === "1" ? "once" : `${often} times`;
  const name = units.get(unit) ?? unit;
  return period.number === 1 ? `${times} a ${name}` : `${times} every ${period.text} ${name}s`;
}

function amountText(dosage: Node): string | null {
  const amounts = children(dosage, "doseAndRate").map((dose) =>
    joined(
      [
        quantityText(child(dose, "doseQuantity")) ?? rangeText(child(dose, "doseRange")),
        quantityText(child(dose, "rateQuantity")) ??
          ratioText(child(dose, "rateRatio")) ??
          rangeText(child(dose, "rateRange")),
      ],
      ", ",
    ),
  );
  return joined(
    amounts.map((amount) => (amount !== null && /^[\d.]+$/.test(amount) ? `dose ${amount}` : amount)),
    ", ",
  );
}

/** The sender's own words where it has them; else dose, timing and route put together. */
function oneDosage(dosage: Node): string | null {
  const spoken = joined([line(dosage, "text"), line(dosage, "patientInstruction")]);
  if (spoken !== null) return spoken;
  const asNeeded = isTrue(dosage, "asNeededBoolean") || child(dosage, "asNeededCodeableConcept") !== null;
  const forWhat = conceptText(dosage, "asNeededCodeableConcept");
  return joined(
    [
      amountText(dosage),
      timingText(child(dosage, "timing")),
      conceptText(dosage, "route"),
      conceptText(dosage, "site"),
      asNeeded ? `as needed${forWhat === null ? "" : ` for ${forWhat}`}` : null,
    ],
    ", ",
  );
}

export const dosagesText = (dosages: readonly Node[]): string | null => joined(dosages.map(oneDosage), "\n");
