// Reads the same sheets as the others: fiches/<langue>/{metiers,formations}/*.yml, listes.yml, textes.yml.
import fs from "node:fs";
import path from "node:path";
import { load } from "js-yaml";
import markdownIt from "markdown-it";

const read = (file) => load(fs.readFileSync(file, "utf8"));
const markdown = markdownIt();

const sheets = (folder) => Object.fromEntries(
  fs.readdirSync(folder).map((file) => [path.basename(file, ".yml"), read(path.join(folder, file))]));

const title = (sheet, ou) => sheet.intitule
  ?? (sheet.masculin === sheet.feminin ? sheet.feminin : `${sheet.masculin} ${ou} ${sheet.feminin}`);

function language(name) {
  const folder = path.join("fiches", name);
  const told = { textes: read(path.join(folder, "textes.yml")), listes: read(path.join(folder, "listes.yml")) };
  for (const genre of ["metiers", "formations"]) {
    told[genre] = sheets(path.join(folder, genre));
    for (const sheet of Object.values(told[genre])) sheet.titre = title(sheet, told.textes.ou);
  }
  return told;
}

export default function (eleventyConfig) {
  const languages = fs.readdirSync("fiches");
  const told = Object.fromEntries(languages.map((name) => [name, language(name)]));
  const pages = languages.flatMap((langue) => {
    const root = langue === "fr" ? "/" : `/${langue}/`;
    const lists = ["metiers", "formations"].flatMap((genre) => [
      { langue, root, genre, adresse: `${genre}/` },
      ...Object.keys(told[langue][genre]).map((slug) => ({ langue, root, genre, slug, adresse: `${genre}/${slug}/` })),
    ]);
    return [{ langue, root, adresse: "" }, ...lists];
  });
  eleventyConfig.addGlobalData("told", told);
  eleventyConfig.addGlobalData("langues", languages);
  eleventyConfig.addGlobalData("pages", pages);
  eleventyConfig.addFilter("prose", (text) => markdown.render(text));
  eleventyConfig.addFilter("labels", (codes, list) => (codes ?? []).map((code) => list[code].libelle).join(", "));
  eleventyConfig.ignores.add("node_modules");
  return { dir: { output: "site" } };
}
