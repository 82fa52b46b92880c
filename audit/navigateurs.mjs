// The audit in other tools: axe in Firefox, pa11y, Lighthouse. Addresses come on the standard input, one answer a line goes out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const require = createRequire(import.meta.url);
const [tool, browserPath] = process.argv.slice(2);
const addresses = readFileSync(0, "utf8").split("\n").filter(Boolean);
const say = (address, told) => process.stdout.write(JSON.stringify({ address, ...told }) + "\n");
const FLAGS = ["--no-sandbox", "--headless=new", "--disable-background-networking", "--no-first-run"];

const firefox = async () => {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: browserPath, headless: true });
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  for (const address of addresses) {
    const page = await browser.newPage();
    await page.setViewport({ width: 360, height: 740 });
    await page.goto(address, { waitUntil: "load" });
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await globalThis.axe.run();
      return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} ${node.html.slice(0, 120)}`));
    });
    say(address, { found });
    await page.close();
  }
  await browser.close();
};

const pa11y = async () => {
  const { default: check } = await import("pa11y");
  const browser = await puppeteer.launch({ executablePath: browserPath, args: FLAGS });
  for (const address of addresses) {
    const page = await browser.newPage();
    await page.setBypassCSP(true);
    const { issues } = await check(address, { browser, page, standard: "WCAG2AA", ignore: [], timeout: 120000 });
    say(address, { found: issues.map((issue) => `${issue.code} ${issue.context.slice(0, 120)}`) });
    await page.close();
  }
  await browser.close();
};

const lighthouse = async () => {
  const { default: measure } = await import("lighthouse");
  const { launch } = await import("chrome-launcher");
  const chrome = await launch({ chromePath: browserPath, chromeFlags: FLAGS });
  for (const address of addresses) {
    const { lhr } = await measure(address, { port: chrome.port, logLevel: "error" });
    const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
    const failed = Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === "binary");
    say(address, { scores, failed: failed.map((audit) => audit.id) });
  }
  await chrome.kill();
};

await { firefox, pa11y, lighthouse }[tool]();
