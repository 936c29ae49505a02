import { useCase } from "../../case/case-context.ts";
import { FeasibilityCell } from "../../report/feasibility-cell.tsx";
import { useReports } from "../../report/use-report.ts";
import { useDesk } from "../desk-context.ts";

/** What those who treat the patient say of a recommendation, while it is written too: whoever advises it can still change it. */
export function Feasibility({ item }: { readonly item: string }) {
  const { name } = useDesk();
  const { detail } = useCase();
  const { data } = useReports();
  const opinion = name.slice(name.indexOf(".") + 1);
  const isSaid = data?.feasibility.some(
    (one) => one.opinion === opinion && one.item === item && one.state !== "not-said",
  );
  if (!isSaid && !detail.commands.includes("feasibility, done")) return null;
  return (
    <div className="item-feasibility">
      <FeasibilityCell opinion={opinion} item={item} />
    </div>
  );
}
