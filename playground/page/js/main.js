/** The page starts here. */

import { App } from "./app.js";
import { lang, t } from "./i18n.js";

document.documentElement.lang = lang;
document.title = `${t("brand")} · ${t("brand.note")}`;
document.body.replaceChildren();

const app = new App(document.body);
app.start();
