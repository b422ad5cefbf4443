// Each rule is broken on purpose in a copy of the built set; the rule must then speak.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { readJson } from '../files.mjs';
import { brokenInvariants } from '../invariants.mjs';
import { readHandKeptFacts } from '../overrides.mjs';

const toolFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const infrastructure = path.join(toolFolder, '..', '..', 'src', 'Infrastructure');
const builtFile = (module, name) => readJson(path.join(infrastructure, module, 'DataSet', name));

function builtSet() {
  return {
    countries: builtFile('Countries', 'countries.json'),
    countryNames: builtFile('Countries', 'names.json'),
    subdivisions: builtFile('Countries', 'subdivisions.json'),
    formerCodes: builtFile('Countries', 'formerCodes.json'),
    currencies: builtFile('Currencies', 'currencies.json'),
    currencyNames: builtFile('Currencies', 'names.json'),
    successions: builtFile('Currencies', 'successions.json'),
  };
}

function faultsAfter(breakIt) {
  const set = builtSet();
  const facts = readHandKeptFacts(toolFolder);
  const sources = {
    cldr: { coverage: Object.fromEntries(Object.keys(set.countryNames).map(locale => [locale, 'modern'])) },
    phone: { countries: { CH: ['41'] } },
  };
  const country = alpha2 => set.countries.find(candidate => candidate.alpha2 === alpha2);
  const currency = code => set.currencies.find(candidate => candidate.code === code);
  breakIt({ set, facts, country, currency });
  return brokenInvariants(set, sources, facts);
}

test('the built set breaks no rule', () => {
  assert.deepEqual(
    faultsAfter(() => {}),
    [],
  );
});

const PLANTED = [
  ['a missing country', ({ set }) => set.countries.pop(), /250 countries/],
  [
    'a member too few',
    ({ country }) => {
      country('GW').unMember = false;
    },
    /193 members/,
  ],
  [
    'a flag without a sentence',
    ({ country }) => {
      delete country('FJ').flagDescription;
    },
    /FJ has no sentence about its flag/,
  ],
  [
    'a code given twice',
    ({ country }) => {
      country('AT').numeric = country('AU').numeric;
    },
    /given twice/,
  ],
  [
    'a border in one direction',
    ({ country }) => {
      country('PT').borders = [];
    },
    /ESP|not the other way round/,
  ],
  [
    'a country without a region',
    ({ country }) => {
      delete country('CH').region;
    },
    /CH has no region/,
  ],
  [
    'a period that ends before it begins',
    ({ country }) => {
      country('DE').tender[1].to = '1900-01-01';
    },
    /ends before it begins/,
  ],
  [
    'a withdrawn currency in use',
    ({ country }) => {
      delete country('DE').tender[1].to;
    },
    /DEM is in use but not on the ISO 4217 list/,
  ],
  [
    'a country without money',
    ({ country }) => {
      country('CH').tender = [];
    },
    /CH has no current legal tender/,
  ],
  [
    'another principal currency',
    ({ country }) => {
      country('HT').tender.reverse();
    },
    /currencies of HT must be HTG, USD/,
  ],
  [
    'a customary currency as legal tender',
    ({ country }) => {
      country('KH').tender[1].kind = 'tender';
    },
    /currencies of KH/,
  ],
  [
    'a wrong last day',
    ({ country }) => {
      country('BG').tender[1].to = '2026-01-30';
    },
    /BGN must be tender in BG to 2026-01-31/,
  ],
  [
    'a wrong ratio',
    ({ set }) => {
      set.successions.find(({ from }) => from === 'HRK').ratio = '7.53';
    },
    /HRK>EUR must be 7.5345/,
  ],
  [
    'a gap in a succession',
    ({ country }) => {
      country('BR').tender[1].to = '1994-01-01';
    },
    /BRR to BRL has a gap in BR/,
  ],
  [
    'an overlap without a reason',
    ({ facts }) => {
      delete facts.overrides.find(({ record, field }) => field === 'succession' && record === 'BGN').value.overlap;
    },
    /BGN to EUR has an overlap in BG/,
  ],
  [
    'a currency without a number',
    ({ currency }) => {
      delete currency('CHF').numeric;
    },
    /numeric codes of their own/,
  ],
  [
    'other minor units',
    ({ currency }) => {
      currency('JPY').isoMinorUnits = 2;
    },
    /Minor units of ISO and CLDR/,
  ],
  [
    'another cash rounding',
    ({ currency }) => {
      currency('CHF').cashRounding = 1;
    },
    /Cash in CHF/,
  ],
  [
    'a code that never was',
    ({ set, currency }) => {
      set.currencies.push({ ...currency('ZWL'), code: 'ZWB' });
    },
    /ZWB was never/,
  ],
  [
    'a missing translation',
    ({ set }) => {
      delete set.countryNames.de.CH;
    },
    /de has no name for CH/,
  ],
  [
    'a wrong calling code',
    ({ country }) => {
      country('CH').callingCodes = ['42'];
    },
    /None of the calling codes of CH begins with 41/,
  ],
  [
    'an expression that cannot be read',
    ({ country }) => {
      country('CH').postalCode.regex = '([';
    },
    /expression of CH/,
  ],
  [
    'a table entry for no country',
    ({ facts }) => {
      facts.tables.ioc.QQ = 'QQQ';
    },
    /QQ is no country/,
  ],
];

for (const [name, breakIt, sentence] of PLANTED) {
  test(`${name} is found`, () => assert.match(faultsAfter(breakIt).join('\n'), sentence));
}
