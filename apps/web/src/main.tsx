import "./app/content-security.ts";
import "./design/design.ts";
import { loadMessages } from "@consilium/language";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { fetchAhead } from "./app/fetch-ahead.ts";
import { chosenLanguage, setPageLanguage } from "./app/language.tsx";
import { leave, leaveAtSignOut } from "./app/leave.ts";
import { createQueryClient } from "./app/query-client.ts";
import { createAppRouter } from "./app/router.ts";

const queries = createQueryClient(() => leave(router, queries, "ended"));
const router = createAppRouter(queries);
leaveAtSignOut(router, queries);
fetchAhead(router, queries);

const element = document.getElementById("root");
if (!element) throw new Error("The page has no #root");
const language = chosenLanguage();
setPageLanguage(language);
createRoot(element).render(
  <App language={language} messages={await loadMessages(language)} queries={queries} router={router} />,
);
