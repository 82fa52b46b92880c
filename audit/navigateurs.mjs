// The audit in other tools: axe in Firefox, pa11y, Lighthouse. The standard input gives {tool, browser, prefs, width, addresses} in JSON;
// one answer a line goes out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const require = createRequire(import.meta.url);
const { tool, browser: executablePath, prefs, width, addresses } = JSON.parse(readFileSync(0, "utf8"));
const say = (address, told) => process.stdout.write(JSON.stringify({ address, ...told }) + "\n");
const args = ["--no-sandbox", "--headless=new", "--disable-background-networking", "--no-first-run"];

const firefox = async () => {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox: prefs });
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  const regard = readFileSync(new URL("../tests/regard.js", import.meta.url), "utf8");
  for (const address of addresses) {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 800 });
    await page.goto(address, { waitUntil: "load" });
    await page.evaluate(axe);
    const told = await page.evaluate(`(${regard})()`);
    const media = await page.evaluate(() => ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query).matches));
    say(address, { ...told, media });
    await page.close();
  }
  await browser.close();
};

const pa11y = async () => {
  const { default: check } = await import("pa11y");
  const browser = await puppeteer.launch({ executablePath, args });
  for (const address of addresses) {
    const page = await browser.newPage();
    await page.setBypassCSP(true);
    const { issues } = await check(address, { browser, page, standard: "WCAG2AA", ignore: [], timeout: 120000 });
    say(address, { violations: issues.map(({ code, context }) => `${code} ${context.slice(0, 120)}`) });
    await page.close();
  }
  await browser.close();
};

// One page is measured three times; each score is the one in the middle.
const lighthouse = async () => {
  const { default: measure } = await import("lighthouse");
  const { launch } = await import("chrome-launcher");
  const chrome = await launch({ chromePath: executablePath, chromeFlags: args });
  const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  for (const address of addresses) {
    const runs = [];
    for (let turn = 0; turn < 3; turn += 1) runs.push((await measure(address, { port: chrome.port, logLevel: "error" })).lhr);
    const score = (id) => middle(runs.map(({ categories }) => Math.round(categories[id].score * 100)));
    const scores = Object.fromEntries(Object.keys(runs[0].categories).map((id) => [id, score(id)]));
    const value = (id) => middle(runs.map(({ audits }) => audits[id].numericValue));
    const failed = Object.values(runs[0].audits).filter((audit) => audit.scoreDisplayMode === "binary" && audit.score === 0);
    const lowest = Math.min(...runs.map(({ categories }) => Math.round(categories.performance.score * 100)));
    say(address, { scores, lowest, violations: failed.map(({ id }) => id), lcp: value("largest-contentful-paint"), cls: value("cumulative-layout-shift") });
  }
  await chrome.kill();
};

await { firefox, pa11y, lighthouse }[tool]();
