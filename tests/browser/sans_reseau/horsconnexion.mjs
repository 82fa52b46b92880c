// A site read in Firefox, then without a network: node horsconnexion.mjs FIREFOX http://…/ ; « lu » on the standard output asks that
// the network be cut, a line on the standard input says that it is.
import { once } from "node:events";
import puppeteer from "puppeteer-core";

const [firefox, site] = process.argv.slice(2);
const sheet = `${site}metiers/aide-a-domicile/`;
const browser = await puppeteer.launch({ browser: "firefox", executablePath: firefox, headless: true });
const told = { lue: false, jamais: "", erreur: "" };
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(20000);
  await page.goto(sheet);
  const kept = page.evaluate(async (url) => {
    while (!(await caches.match(url))) await new Promise((done) => setTimeout(done, 50));
  }, sheet);
  await kept;
  console.log("lu");
  await once(process.stdin, "data");
  await page.goto(sheet);
  told.lue = Boolean(await page.$(".copie"));
  await page.goto(`${site}metiers/aide-soignant/`);
  told.jamais = await page.$eval("h1", (title) => title.textContent);
} catch (error) {
  told.erreur = error.message;
} finally {
  await browser.close();
  process.stdin.destroy();
}
console.log(JSON.stringify(told));
