// Builds dist/: one style sheet, the scripts, the icon sprite, each named by its content and compressed,
// and manifest.json (name in the source → name on the wire) which the Ui assembly embeds. What did not change is not
// written, so that the assembly is not compiled again either.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import * as esbuild from "esbuild";
import { PurgeCSS } from "purgecss";

const web = dirname(fileURLToPath(import.meta.url));
const source = join(web, "../..");
const dist = join(web, "dist");
const browsers = ["chrome87", "safari14.1", "firefox91"]; // phones sold in 2021, and the browsers inside chat apps
const files = new Map();
const kept = new Set();

async function styles() {
  const bundled = await esbuild.build({
    entryPoints: [join(web, "styles/app.css")], bundle: true, write: false, target: browsers, logLevel: "error",
  });
  const [used] = await new PurgeCSS().purge({
    css: [{ raw: bundled.outputFiles[0].text }],
    content: [`${source}/**/*.razor`, `${source}/Ui/**/*.cs`, `${web}/scripts/*.ts`],
    skippedContentGlobs: ["**/node_modules/**", "**/bin/**", "**/obj/**"],
    defaultExtractor: text => text.match(/[\w-]+/g) ?? [], // a class put together from parts is not found: write it whole
    variables: true, keyframes: true,
  });
  const small = await esbuild.transform(used.css, { loader: "css", minify: true, target: browsers, legalComments: "none" });
  add("app.css", small.code);
}

async function scripts() {
  const { outputFiles } = await esbuild.build({
    entryPoints: { app: join(web, "scripts/app.ts"), "onemap-worker": join(web, "node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs") }, bundle: true, write: false, outdir: dist,
    format: "esm", splitting: true, minify: true, target: browsers, entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]",
  });
  for (const file of outputFiles)
    files.set(basename(file.path), { name: basename(file.path).replace(/-[A-Z0-9]{8}\.js$/, ".js"), body: Buffer.from(file.contents) });
}

function icons() {
  const names = readFileSync(join(web, "icons.txt"), "utf8").split("\n").filter(Boolean);
  const missing = pages().flatMap(page =>
    [...readFileSync(page, "utf8").matchAll(/(?:<Icon Name|\sIcon)="([a-z][a-z0-9-]*)"/g)].filter(([, name]) => !names.includes(name)).map(([, name]) => `${page}: icon "${name}"`));
  if (missing.length) throw new Error(`Not in web/icons.txt:\n${missing.join("\n")}`);
  const symbols = names.map(name => {
    const svg = readFileSync(join(web, `node_modules/@tabler/icons/icons/outline/${name}.svg`), "utf8");
    const shapes = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.indexOf("</svg>")).replace(/\s*\n\s*/g, "");
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  add("icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`);
}

function pages() {
  const files = readdirSync(source, { recursive: true }).filter(file => file.endsWith(".razor") && !/node_modules|\bobj\b|\bbin\b/.test(file));
  return files.map(file => join(source, file));
}

function add(name, text) {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  files.set(name.replace(".", `-${hash}.`), { name, body: Buffer.from(text) });
}

add("favicon.svg", readFileSync(join(web, "favicon.svg"), "utf8"));
function keep(file, body) {
  kept.add(file);
  const path = join(dist, file);
  if (!existsSync(path) || !readFileSync(path).equals(body)) writeFileSync(path, body);
}

await Promise.all([styles(), scripts(), icons()]);
mkdirSync(dist, { recursive: true });
const manifest = {};
for (const [wire, { name, body }] of files) {
  const compressed = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
  keep(wire, body);
  keep(`${wire}.br`, compressed);
  manifest[name] = wire;
  console.log(`${name.padEnd(16)}${String(body.length).padStart(8)} bytes${String(compressed.length).padStart(8)} compressed`);
}
keep("manifest.json", Buffer.from(JSON.stringify(manifest, null, 2)));
for (const file of readdirSync(dist)) if (!kept.has(file)) rmSync(join(dist, file));
writeFileSync(join(dist, ".built"), "");
