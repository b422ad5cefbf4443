// Builds the data set from the installed packages. Run it by build.sh, which installs them.
//   --packages <folder>  the node_modules folder
//   --tarballs <folder>  the packed packages, for their checksums
//   --check              compares with the committed files and writes nothing
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { changesOf } from './changelog.mjs';
import { buildCountries, buildFormerCodes, buildSubdivisions } from './countries.mjs';
import { buildCurrencies } from './currencies.mjs';
import { linesOfArray, linesOfObject, readJsonIfThere } from './files.mjs';
import { brokenInvariants } from './invariants.mjs';
import { countryNamesByLocale, currencyNamesByLocale } from './names.mjs';
import {
  COUNTRY_FIELDS,
  CURRENCY_FIELDS,
  OTHER_COUNTRY_FILES,
  OTHER_CURRENCY_FILES,
  unexplainedMembers,
} from './provenance.mjs';
import { readHandKeptFacts, unusedOverrides } from './overrides.mjs';
import { openSources, PACKAGES } from './sources.mjs';
import { buildSuccessions } from './successions.mjs';

const DATA_SET_VERSION = '2026.11.2';

const here = path.dirname(fileURLToPath(import.meta.url));
const infrastructure = path.join(here, '..', '..', 'src', 'Infrastructure');
const countriesFolder = path.join(infrastructure, 'Countries', 'DataSet');
const currenciesFolder = path.join(infrastructure, 'Currencies', 'DataSet');

const { values: options } = parseArgs({
  options: { packages: { type: 'string' }, tarballs: { type: 'string' }, check: { type: 'boolean', default: false } },
});

const sources = await openSources(path.resolve(options.packages));
const facts = readHandKeptFacts(here);

const countries = buildCountries(sources, facts);
const currencies = buildCurrencies(sources, facts, countries);
const set = {
  countries,
  currencies,
  successions: buildSuccessions(facts),
  subdivisions: buildSubdivisions(sources),
  formerCodes: buildFormerCodes(sources, facts),
  countryNames: countryNamesByLocale(sources.cldr, countries),
  currencyNames: currencyNamesByLocale(sources.cldr, currencies),
};

const faults = [
  ...brokenInvariants(set, sources, facts),
  ...unexplainedMembers(countries, COUNTRY_FIELDS).map(
    member => `provenance.mjs does not say where ${member} of a country comes from.`,
  ),
  ...unexplainedMembers(currencies, CURRENCY_FIELDS).map(
    member => `provenance.mjs does not say where ${member} of a currency comes from.`,
  ),
  ...unusedOverrides(facts).map(line => `overrides.json: no record reads ${line.record}.${line.field}.`),
];
if (faults.length > 0) {
  console.error(`The data set is not written, ${faults.length} rules are broken:\n${faults.join('\n')}`);
  process.exit(1);
}

const countrySources = describeSources({ ...COUNTRY_FIELDS, ...OTHER_COUNTRY_FILES });
const currencySources = describeSources({ ...CURRENCY_FIELDS, ...OTHER_CURRENCY_FILES });

const outputs = [
  [countriesFolder, 'countries.json', linesOfArray(set.countries)],
  [countriesFolder, 'names.json', linesOfObject(set.countryNames)],
  [countriesFolder, 'subdivisions.json', linesOfArray(set.subdivisions)],
  [countriesFolder, 'formerCodes.json', linesOfArray(set.formerCodes)],
  [countriesFolder, 'SOURCES.json', countrySources],
  [currenciesFolder, 'currencies.json', linesOfArray(set.currencies)],
  [currenciesFolder, 'names.json', linesOfObject(set.currencyNames)],
  [currenciesFolder, 'successions.json', linesOfArray(set.successions)],
  [currenciesFolder, 'SOURCES.json', currencySources],
];

printChangelog();
if (options.check) failOnDifference();
else writeOutputs();

const periodCount = countries.flatMap(country => country.tender ?? []).length;
console.log(
  `${countries.length} countries, ${currencies.length} currencies, ${periodCount} periods, ` +
    `${set.successions.length} successions, ${Object.keys(set.countryNames).length} locales. Every rule holds.`,
);

function describeSources(fields) {
  const described = PACKAGES.map(({ name, licence, gives }) => {
    const version = sources.versionOf(name);
    return { package: name, version, licence, sha256: checksumOf(name, version), gives };
  });
  const members = [
    `"version":${JSON.stringify(DATA_SET_VERSION)}`,
    `"sources":${linesOfArray(described).trimEnd()}`,
    `"fields":${linesOfObject(fields).trimEnd()}`,
  ];
  return `{\n${members.join(',\n')}\n}\n`;
}

// npm packs "@scope/name" as "scope-name-version.tgz".
function checksumOf(name, version) {
  const file = path.join(options.tarballs, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  return crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}

function printChangelog() {
  const before = (folder, name) => readJsonIfThere(path.join(folder, name));
  const changes = [
    ...changesOf('country', before(countriesFolder, 'countries.json'), set.countries, record => record.alpha2),
    ...changesOf('currency', before(currenciesFolder, 'currencies.json'), set.currencies, record => record.code),
    ...changesOf(
      'succession',
      before(currenciesFolder, 'successions.json'),
      set.successions,
      ({ from, to, date }) => `${from} to ${to} ${date}`,
    ),
    ...changesOf('subdivision', before(countriesFolder, 'subdivisions.json'), set.subdivisions, record => record.code),
    ...changesOf('former code', before(countriesFolder, 'formerCodes.json'), set.formerCodes, record => record.alpha4),
    ...changesOf(
      'country names',
      entriesOf(before(countriesFolder, 'names.json')),
      entriesOf(set.countryNames),
      record => record.locale,
    ),
    ...changesOf(
      'currency names',
      entriesOf(before(currenciesFolder, 'names.json')),
      entriesOf(set.currencyNames),
      record => record.locale,
    ),
  ];
  console.log(changes.length === 0 ? 'No change against the set before.' : changes.join('\n'));
}

function entriesOf(namesByLocale) {
  return namesByLocale && Object.entries(namesByLocale).map(([locale, names]) => ({ locale, ...names }));
}

function writeOutputs() {
  for (const [folder, name, text] of outputs) {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
}

function failOnDifference() {
  const stale = outputs.filter(([folder, name, text]) => {
    const file = path.join(folder, name);
    return !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text;
  });
  if (stale.length === 0) return;
  console.error(
    `Not as built: ${stale.map(([folder, name]) => path.relative(infrastructure, path.join(folder, name))).join(', ')}`,
  );
  process.exit(1);
}
