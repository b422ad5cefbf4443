// Makes the flag of each country as SVG and as PNG. Run it by build.sh, which installs the packages.
//   --repository <folder>  the root of the repository
//   --check                compares with the committed files and writes nothing
import { Transformer, losslessCompressPngSync } from '@napi-rs/image';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import UPNG from 'upng-js';

const PNG_WIDTH = 320;
// Enough for every flag, and half the size of true colours.
const PNG_COLOURS = 256;

const PACKAGES = [
  { name: 'flag-icons', licence: 'MIT', gives: 'the flags as SVG, four to three' },
  { name: '@napi-rs/image', licence: 'MIT', gives: 'draws the SVG, packs the PNG; no byte of it is shipped' },
  { name: 'upng-js', licence: 'MIT', gives: 'chooses the colours of the PNG; no byte of it is shipped' },
];

const { values: options } = parseArgs({
  options: { repository: { type: 'string' }, check: { type: 'boolean', default: false } },
});
const here = import.meta.dirname;
const countries = path.join(options.repository, 'src', 'Infrastructure', 'Countries', 'DataSet', 'countries.json');
const folder = path.join(options.repository, 'src', 'Api', 'Countries', 'Flags', 'Images');

const outputs = new Map();
for (const { alpha2 } of JSON.parse(fs.readFileSync(countries, 'utf8'))) {
  const code = alpha2.toLowerCase();
  const svg = fs.readFileSync(path.join(here, 'node_modules', 'flag-icons', 'flags', '4x3', `${code}.svg`), 'utf8');
  outputs.set(`${code}.svg`, Buffer.from(safe(code, svg)));
  outputs.set(`${code}.png`, draw(svg));
}
outputs.set('SOURCES.json', Buffer.from(`${JSON.stringify(PACKAGES.map(described), null, 2)}\n`));

if (options.check) failOnDifference();
else writeOutputs();

const size = extension =>
  [...outputs].filter(([name]) => name.endsWith(extension)).reduce((sum, [, bytes]) => sum + bytes.length, 0);
console.log(`${(outputs.size - 1) / 2} flags: ${size('.svg')} bytes of SVG, ${size('.png')} bytes of PNG.`);

// A picture must not run anything or fetch anything where it is shown.
function safe(code, svg) {
  if (/<(script|foreignObject|image|style)\b|\son\w+=|href="[^#]/i.test(svg)) throw new Error(`${code}.svg is no plain picture.`);
  return `${svg.trim()}\n`;
}

function draw(svg) {
  const { frames, width, height } = decoded(Transformer.fromSvg(svg).resize(PNG_WIDTH).pngSync());
  return losslessCompressPngSync(Buffer.from(UPNG.encode(frames, width, height, PNG_COLOURS)));
}

function decoded(png) {
  const image = UPNG.decode(new Uint8Array(png).buffer);
  return { frames: UPNG.toRGBA8(image), width: image.width, height: image.height };
}

function described({ name, licence, gives }) {
  const { version } = JSON.parse(fs.readFileSync(path.join(here, 'node_modules', name, 'package.json'), 'utf8'));
  // npm packs "@scope/name" as "scope-name-version.tgz".
  const tarball = path.join(here, 'tarballs', `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  const sha256 = crypto.createHash('sha256').update(fs.readFileSync(tarball)).digest('hex');
  return { package: name, version, licence, sha256, gives };
}

function writeOutputs() {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of outputs) fs.writeFileSync(path.join(folder, name), bytes);
}

function failOnDifference() {
  const committed = fs.readdirSync(folder);
  const stale = [...outputs].filter(([name, bytes]) => {
    const file = path.join(folder, name);
    return !fs.existsSync(file) || !fs.readFileSync(file).equals(bytes);
  });
  const names = [...stale.map(([name]) => name), ...committed.filter(name => !outputs.has(name))];
  if (names.length === 0) return;
  console.error(`Not as built: ${names.join(', ')}`);
  process.exit(1);
}
