import "./app/content-security.ts";
import "./design/design.ts";
import { loadMessages } from "@consilium/language";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { chosenLanguage, setPageLanguage } from "./app/language.tsx";
import { createQueryClient } from "./app/query-client.ts";
import { createAppRouter } from "./app/router.ts";
import { sessionQuery, watchSignOut } from "./app/session.ts";

const queries = createQueryClient(() => leave("ended"));
const router = createAppRouter(queries);

/** To the door; whoever's session ended by itself comes back to the same place. */
function leave(reason: "ended" | "signed-out") {
  queries.setQueryData(sessionQuery.queryKey, null);
  const to = reason === "ended" ? { to: router.state.location.href } : {};
  void router.navigate({ to: "/sign-in", search: { reason, ...to } }).then(() => queries.clear());
}

watchSignOut(() => leave("signed-out"));

const element = document.getElementById("root");
if (!element) throw new Error("The page has no #root");
const language = chosenLanguage();
setPageLanguage(language);
createRoot(element).render(
  <App language={language} messages={await loadMessages(language)} queries={queries} router={router} />,
);
