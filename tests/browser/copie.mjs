// A copy read in Firefox: node copie.mjs FIREFOX file:///…/ → {etapes, fautes} on the standard output.
// Every address that is not on the disk goes to a port where nobody listens.
import puppeteer from "puppeteer-core";

const [firefox, copy] = process.argv.slice(2);
const nowhere = Object.fromEntries(["http", "ssl", "socks"].flatMap((kind) => [[`network.proxy.${kind}`, "127.0.0.1"], [`network.proxy.${kind}_port`, 9]]));
const browser = await puppeteer.launch({
  browser: "firefox", executablePath: firefox, headless: true, args: ["--width=1000", "--height=800"],
  extraPrefsFirefox: { ...nowhere, "network.proxy.type": 1, "network.proxy.allow_hijacking_localhost": false },
});
const told = { etapes: [], fautes: [] };
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(20000);
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && told.fautes.push(message.text()));
  page.on("pageerror", (error) => told.fautes.push(error.message));
  page.on("request", (request) => request.url().startsWith("http") && told.fautes.push(request.url()));

  const at = (place) => page.waitForFunction((wanted) => decodeURI(location.href).split(/[?#]/)[0] === wanted, {}, decodeURI(copy) + place);
  const open = (place) => page.goto(copy + place);
  const click = async (selector) => (await page.waitForSelector(selector, { visible: true })).click();
  const step = async (name, walk) => {
    try {
      await walk();
      told.etapes.push(name);
    } catch (error) {
      told.fautes.push(`${name} : ${error.message} (${page.url()})`);
    }
  };

  await step("accueil", async () => {
    await open("Ouvrir%20le%20site.html").catch(() => {}); // it goes on to the home page before it has finished
    await at("site/index.html");
    await page.waitForSelector(".copie strong");
  });
  await step("recherche", async () => {
    await page.type("#q", "infirmier");
    await page.waitForSelector(".resultats:not([hidden]) a");
    await page.keyboard.press("Enter");
    await at("site/recherche/index.html");
  });
  await step("résultats", async () => {
    await click("#resultats-page a");
    await at("site/metiers/infirmier/index.html");
  });
  await step("fiche", async () => {
    await click(".garder button");
    await click(".ariane li:nth-child(2) a");
    await at("site/metiers/index.html");
  });
  await step("sélection", async () => {
    await click(".ma-selection");
    await at("site/ma-selection/index.html");
    await click(".gardees a");
    await at("site/metiers/infirmier/index.html");
  });
  await step("filtres", async () => {
    await open("site/metiers/index.html");
    const shown = () => page.$$eval("[data-marques]:not([hidden])", (cards) => cards.length);
    const before = await shown();
    await page.$eval(".filtres details", (details) => (details.open = true));
    await click(".filtres label");
    const after = await shown();
    if (!(after > 0 && after < before)) throw new Error(`${after} / ${before}`);
  });
  await step("comparaison", async () => {
    await open("site/metiers/infirmier/index.html");
    await click("a[href*='comparer/index.html?m=']");
    await page.waitForSelector(".face thead th:nth-child(2)");
  });
  await step("quiz", async () => {
    await open("site/quiz/quel-metier-pour-moi/index.html");
    await page.waitForSelector(".quiz.actif");
    for (let question = 0; question < 12; question++) {
      await click("fieldset:not([hidden]) label");
      await click("[data-suivant]");
    }
    await click(".quiz-metiers h3 a");
    await page.waitForSelector(".fiche");
  });
} finally {
  await browser.close();
}
console.log(JSON.stringify(told));
