// Makes the world map as SVG paths. Run it by build.sh, which installs the packages.
//   --repository <folder>  the root of the repository
//   --check                compares with the committed files and writes nothing
import { geoCentroid, geoDistance, geoEqualEarth, geoPath } from 'd3-geo';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';

const PACKAGES = [
  { name: 'world-atlas', licence: 'ISC', gives: 'the shapes of the countries (Natural Earth, public domain)' },
  { name: 'd3-geo', licence: 'ISC', gives: 'the projection (Equal Earth); no byte of it is shipped' },
  { name: 'topojson-client', licence: 'ISC', gives: 'reads the shapes; no byte of it is shipped' },
  { name: 'topojson-simplify', licence: 'ISC', gives: 'leaves out needless points; no byte of it is shipped' },
];

// How wide the maps are, in the whole numbers that their paths are written in.
const WORLD_WIDTH = 2000;
const DETAIL_WIDTH = 20_000;
// Points that change a shape of the map of the world by less than so many square degrees are left out.
const WORLD_DETAIL = 0.04;
// What is smaller on the map of the world (a square of so many units) is drawn as a dot, so that it can be seen and hit.
const SMALLEST = 16;
const DOT = 4;
const ANTARCTICA = '010';

// Shapes without a code of their own, and the country of ISO 3166 that they are in.
const WITHOUT_CODE = { Kosovo: 'XK', Somaliland: 'SO', 'N. Cyprus': 'CY' };
// Territories that the shapes count as parts of a state: what lies within some degrees of the point is theirs.
const REACH = 5;
const PARTS = [
  { of: 'FR', to: 'GF', at: [-53, 4] },
  { of: 'FR', to: 'GP', at: [-61.58, 16.25] },
  { of: 'FR', to: 'MQ', at: [-61, 14.67] },
  { of: 'FR', to: 'RE', at: [55.5, -21.15] },
  { of: 'FR', to: 'YT', at: [45.17, -12.83] },
  { of: 'NO', to: 'SJ', at: [20, 78] },
  { of: 'NO', to: 'SJ', at: [-8.5, 71] },
  { of: 'NL', to: 'BQ', at: [-68.25, 12.18] },
  { of: 'NL', to: 'BQ', at: [-63.1, 17.55] },
  // ISO 3166-2 has Crimea under UA.
  { of: 'RU', to: 'UA', at: [34.3, 45.2] },
];

const { values: options } = parseArgs({
  options: { repository: { type: 'string' }, check: { type: 'boolean', default: false } },
});
const here = import.meta.dirname;
const countries = JSON.parse(
  fs.readFileSync(path.join(options.repository, 'src', 'Infrastructure', 'Countries', 'DataSet', 'countries.json'), 'utf8'),
);
const folder = path.join(options.repository, 'src', 'Api', 'Countries', 'Explorer', 'Map');

const atlas = JSON.parse(fs.readFileSync(path.join(here, 'node_modules', 'world-atlas', 'countries-50m.json'), 'utf8'));
const outputs = new Map([
  ['world.json', Buffer.from(world())],
  ['detail.json', Buffer.from(detail())],
  ['SOURCES.json', Buffer.from(`${JSON.stringify(PACKAGES.map(described), null, 2)}\n`)],
]);

if (options.check) failOnDifference();
else writeOutputs();
for (const [name, bytes] of outputs) console.log(`${name}: ${bytes.length} bytes`);

// The polygons of each country by alpha-2; those of no country under an empty code.
function readPolygons(topology) {
  const found = new Map([['', []]]);
  for (const { id, properties, geometry } of feature(topology, topology.objects.countries).features) {
    if (id === ANTARCTICA) continue;
    const code = countries.find(country => country.numeric && country.numeric === id)?.alpha2 ?? WITHOUT_CODE[properties.name] ?? '';
    for (const coordinates of geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates]) {
      const polygon = { type: 'Polygon', coordinates };
      const owner = partOf(code, polygon) ?? code;
      found.set(owner, [...(found.get(owner) ?? []), polygon]);
    }
  }
  return found;
}

function partOf(code, polygon) {
  const centre = geoCentroid(polygon);
  return PARTS.find(part => part.of === code && (geoDistance(centre, part.at) * 180) / Math.PI < REACH)?.to;
}

// Cut where nothing is cut apart: in the Bering Strait.
function projectionOf(polygons, width) {
  const all = { type: 'GeometryCollection', geometries: [...polygons.values()].flat() };
  const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(width, all);
  const [, [, bottom]] = geoPath(projection).bounds(all);
  return { projection, height: Math.ceil(bottom) };
}

// The map of the world: a path for each country, with what is too small as a dot.
function world() {
  const polygons = readPolygons(simplify(presimplify(atlas), WORLD_DETAIL));
  const { projection, height } = projectionOf(polygons, WORLD_WIDTH);
  const shapes = {};
  for (const code of codes()) {
    const parts = partsOf(polygons.get(code), projection);
    const area = parts.reduce((sum, part) => sum + part.area, 0);
    const at = area < SMALLEST ? pointOf(code, parts, projection) : undefined;
    const drawn = at ? dot(at, DOT) : parts.map(part => part.path).join('');
    if (drawn) shapes[code] = drawn;
  }
  return written({ width: WORLD_WIDTH, height, shapes });
}

// The map to look at closely: the parts of each country, each with its box, and the box of what matters of the country.
function detail() {
  const polygons = readPolygons(atlas);
  const { projection, height } = projectionOf(polygons, DETAIL_WIDTH);
  const shapes = {};
  for (const code of codes()) {
    const parts = partsOf(polygons.get(code), projection);
    const at = parts.length === 0 ? pointOf(code, parts, projection) : undefined;
    if (at) parts.push({ box: [...at, ...at], area: 0, path: dot(at, DOT) });
    if (parts.length > 0) shapes[code] = { focus: focusOf(parts), parts: parts.map(({ box, path }) => ({ box, path })) };
  }
  return written({ width: DETAIL_WIDTH, height, shapes });
}

function codes() {
  return ['', ...countries.map(country => country.alpha2)];
}

// Small islands and far ones do not make the picture smaller.
function focusOf(parts) {
  const [main, ...others] = [...parts].sort((one, other) => other.area - one.area);
  const reach = Math.max(main.box[2] - main.box[0], main.box[3] - main.box[1]);
  return others
    .filter(part => part.area >= main.area * 0.05 && gap(part.box, main.box) <= reach)
    .reduce((box, part) => union(box, part.box), main.box);
}

function gap(one, other) {
  const apart = (from, to) => Math.max(0, one[from] - other[to], other[from] - one[to]);
  return Math.max(apart(0, 2), apart(1, 3));
}

function union(one, other) {
  return [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])];
}

// The polygons of a country on the map, in whole numbers, with those left out of which nothing is left.
function partsOf(shapes, projection) {
  const draw = geoPath(projection).digits(3);
  return (shapes ?? []).map(polygon => partOfPath(draw(polygon) ?? '')).filter(part => part.path);
}

function partOfPath(text) {
  const rings = text
    .split('Z')
    .filter(Boolean)
    .map(ring => rounded(ring.slice(1).split('L').map(point => point.split(',').map(Number))))
    .filter(ring => ring.length > 2);
  const points = rings.flat();
  const xs = points.map(point => point[0]);
  const ys = points.map(point => point[1]);
  return {
    path: rings.map(pathOf).join(''),
    area: rings.reduce((sum, ring) => sum + areaOf(ring), 0),
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  };
}

// Whole numbers, without points that are the same as the one before or lie straight between their neighbours.
function rounded(points) {
  const kept = [];
  for (const point of points.map(numbers => numbers.map(Math.round))) {
    if (same(point, kept.at(-1))) continue;
    while (kept.length > 1 && isStraight(kept.at(-2), kept.at(-1), point)) kept.pop();
    if (!same(point, kept.at(-1))) kept.push(point);
  }
  while (kept.length > 1 && same(kept[0], kept.at(-1))) kept.pop();
  return kept;
}

function same(one, other) {
  return other && one[0] === other[0] && one[1] === other[1];
}

function isStraight([ax, ay], [bx, by], [cx, cy]) {
  return (bx - ax) * (cy - ay) === (by - ay) * (cx - ax);
}

function areaOf(ring) {
  const doubled = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled / 2);
}

// Steps from point to point are shorter to write than places.
function pathOf([[x, y], ...rest]) {
  let last = [x, y];
  const steps = rest.map(point => {
    const step = `${point[0] - last[0]} ${point[1] - last[1]}`;
    last = point;
    return step;
  });
  return `M${x} ${y}l${steps.join(' ')}z`.replaceAll(' -', '-');
}

function dot([x, y], radius) {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0-${2 * radius} 0z`;
}

// Where the dot of a small country stands: on its largest part, or else at its coordinates.
function pointOf(code, parts, projection) {
  const { latitude, longitude } = countries.find(country => country.alpha2 === code) ?? {};
  if (code === '' || code === 'AQ') return undefined;
  const [largest] = [...parts].sort((one, other) => other.area - one.area);
  const at = largest
    ? [(largest.box[0] + largest.box[2]) / 2, (largest.box[1] + largest.box[3]) / 2]
    : projection([longitude, latitude]);
  return at.map(Math.round);
}

function written(value) {
  // A line for each country, so that a difference can be read.
  const { shapes, ...rest } = value;
  const lines = Object.entries(shapes).map(([code, shape]) => `${JSON.stringify(code)}:${JSON.stringify(shape)}`);
  return `${JSON.stringify(rest).slice(0, -1)},"shapes":{\n${lines.join(',\n')}\n}}\n`;
}

function described({ name, licence, gives }) {
  const { version } = JSON.parse(fs.readFileSync(path.join(here, 'node_modules', name, 'package.json'), 'utf8'));
  const tarball = path.join(here, 'tarballs', `${name}-${version}.tgz`);
  const sha256 = crypto.createHash('sha256').update(fs.readFileSync(tarball)).digest('hex');
  return { package: name, version, licence, sha256, gives };
}

function writeOutputs() {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of outputs) fs.writeFileSync(path.join(folder, name), bytes);
}

function failOnDifference() {
  const stale = [...outputs].filter(([name, bytes]) => {
    const file = path.join(folder, name);
    return !fs.existsSync(file) || !fs.readFileSync(file).equals(bytes);
  });
  if (stale.length === 0) return;
  console.error(`Not as built: ${stale.map(([name]) => name).join(', ')}`);
  process.exit(1);
}
