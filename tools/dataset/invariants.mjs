// What must hold of every build. Each broken rule is one sentence.
import { coveredLocales } from './names.mjs';

const DAY = 24 * 60 * 60 * 1000;

// Where sources disagree: the currencies of today as they must come out, principal one first.
const CURRENT_CURRENCIES = {
  BG: ['EUR'],
  HR: ['EUR'],
  CW: ['XCG'],
  SX: ['XCG'],
  SL: ['SLE'],
  ZW: ['ZWG', 'USD'],
  CU: ['CUP'],
  VE: ['VES'],
  BV: ['NOK'],
  HM: ['AUD'],
  FM: ['USD'],
  HT: ['HTG', 'USD'],
  PS: ['ILS', 'JOD'],
  GS: ['GBP'],
  EH: ['MAD'],
  SV: ['USD'],
  BN: ['BND', 'SGD customary'],
  BS: ['BSD', 'USD customary'],
  KH: ['KHR', 'USD customary'],
  SZ: ['SZL', 'ZAR customary'],
  SH: ['SHP', 'GBP customary'],
  CK: ['NZD', 'CKD non-iso'],
  FO: ['DKK', 'FOK non-iso'],
  GG: ['GBP', 'GGP non-iso'],
  IM: ['GBP', 'IMP non-iso'],
  JE: ['GBP', 'JEP non-iso'],
  KI: ['AUD', 'KID non-iso'],
  TV: ['AUD', 'TVD non-iso'],
  CH: ['CHF', 'CHE fund', 'CHW fund'],
  BO: ['BOB', 'BOV fund'],
  CL: ['CLP', 'CLF fund'],
  CO: ['COP', 'COU fund'],
  MX: ['MXN', 'MXV fund'],
  US: ['USD', 'USN fund'],
  UY: ['UYU', 'UYI fund', 'UYW fund'],
  AQ: [],
  XK: ['EUR'],
  PA: ['PAB', 'USD'],
  BT: ['BTN', 'INR'],
  LS: ['LSL', 'ZAR'],
  NA: ['NAD', 'ZAR'],
};

// Periods and successions whose days are known by law.
const DATED_FACTS = [
  { country: 'BG', currency: 'EUR', from: '2026-01-01' },
  { country: 'BG', currency: 'BGN', to: '2026-01-31' },
  { country: 'HR', currency: 'EUR', from: '2023-01-01' },
  { country: 'HR', currency: 'HRK', to: '2023-01-14' },
  { country: 'CW', currency: 'XCG', from: '2025-03-31' },
  { country: 'CW', currency: 'ANG', to: '2025-06-30' },
  { country: 'SX', currency: 'XCG', from: '2025-03-31' },
  { country: 'SX', currency: 'ANG', to: '2025-06-30' },
  { country: 'SL', currency: 'SLE', from: '2022-07-01' },
  { country: 'SL', currency: 'SLL', to: '2023-12-31' },
  { country: 'ZW', currency: 'ZWG', from: '2024-06-25' },
];
const RATIOS = { 'BGN>EUR': '1.95583', 'HRK>EUR': '7.5345', 'ANG>XCG': '1', 'SLL>SLE': '1000' };

const MINOR_UNITS_DIFFER = [
  'AFN',
  'ALL',
  'COP',
  'HUF',
  'IDR',
  'IQD',
  'IRR',
  'KPW',
  'LAK',
  'LBP',
  'MGA',
  'MMK',
  'PKR',
  'SOS',
  'SYP',
  'YER',
];

const CASH_ROUNDING = { CAD: 5, CHF: 5, DKK: 50, HUF: 5 };
const NEVER_A_CODE = ['ZWB'];

// Codes on the ISO 4217 list of 2026-02.
const ACTIVE_CODES = 178;

const TABLES_WITH_OTHER_KEYS = ['formerCodes', 'historicNumerics', 'languageNames', 'timeZoneNames'];

export function brokenInvariants(
  { countries, currencies, successions, countryNames, currencyNames, subdivisions, formerCodes },
  sources,
  facts,
) {
  const broken = [];
  const expect = (holds, sentence) => {
    if (!holds) broken.push(sentence);
  };
  const countryByAlpha2 = new Map(countries.map(country => [country.alpha2, country]));
  const currencyByCode = new Map(currencies.map(currency => [currency.code, currency]));

  expect(countries.length === 250, `There must be 250 countries, not ${countries.length}.`);
  const members = countries.filter(country => country.unMember).length;
  expect(members === 193, `There must be 193 members of the United Nations, not ${members}.`);
  expect(countryByAlpha2.get('GW')?.unMember, 'GW must be a member of the United Nations.');
  const landlocked = countries.filter(country => country.landlocked).length;
  expect(landlocked === 45, `There must be 45 landlocked countries, not ${landlocked}.`);
  expect(formerCodes.length === 31, `There must be 31 formerly used codes, not ${formerCodes.length}.`);
  expect(subdivisions.length > 5000, `There must be more than 5,000 subdivisions, not ${subdivisions.length}.`);

  for (const field of ['alpha2', 'alpha3', 'numeric']) {
    const values = countries.map(country => country[field]).filter(Boolean);
    const repeated = values.filter((value, index) => values.indexOf(value) !== index);
    expect(repeated.length === 0, `The ${field} codes ${repeated.join(', ')} are given twice.`);
  }

  for (const country of countries) checkCountry(country, countries, currencyByCode, sources, expect);
  checkTables(facts, countryByAlpha2, expect);
  checkCurrencies(currencies, expect);
  checkFactsTable(countryByAlpha2, successions, expect);
  checkSuccessions(countryByAlpha2, currencyByCode, successions, facts, expect);
  checkNames(sources.cldr, countries, countryNames, currencyNames, expect);
  return broken;
}

function checkCountry(country, countries, currencyByCode, sources, expect) {
  checkMembers(country, sources, expect);
  checkBorders(country, countries, expect);
  checkPeriods(country, currencyByCode, expect);
}

function checkMembers(country, sources, expect) {
  const { alpha2 } = country;
  expect(alpha2 === 'AQ' || (country.region && country.subregion), `${alpha2} has no region or no subregion.`);
  for (const field of ['name', 'officialName', 'continents', 'latitude', 'longitude', 'areaKm2', 'utcOffsets']) {
    expect(country[field] !== undefined, `${alpha2} has no ${field}.`);
  }
  expect(/^\S.{40,200}\.$/u.test(country.flagDescription ?? ''), `${alpha2} has no sentence about its flag.`);
  expect(
    !country.postalCode || isExpression(country.postalCode.regex),
    `The postal code expression of ${alpha2} cannot be read.`,
  );
  const assignedCode = sources.phone.countries[alpha2]?.[0];
  expect(
    !assignedCode || country.callingCodes?.some(code => code.startsWith(assignedCode)),
    `None of the calling codes of ${alpha2} begins with ${assignedCode}.`,
  );
}

function checkBorders({ alpha2, alpha3, borders = [] }, countries, expect) {
  for (const code of borders) {
    const neighbour = countries.find(other => other.alpha3 === code);
    expect(neighbour?.borders?.includes(alpha3), `${alpha2} borders ${code}, but not the other way round.`);
  }
  expect([...borders].sort().join() === borders.join(), `The borders of ${alpha2} are not sorted.`);
}

function checkPeriods({ alpha2, tender = [] }, currencyByCode, expect) {
  for (const { currency: code, kind, from, to } of tender) {
    const currency = currencyByCode.get(code);
    const isCurrent = !to;
    expect(currency, `${alpha2} uses ${code}, which is no currency here.`);
    expect(!from || !to || from <= to, `${alpha2}: the period of ${code} ends before it begins.`);
    expect(kind !== 'tender' || from, `${alpha2}: the period of ${code} has no first day.`);
    if (!isCurrent) continue;
    if (kind === 'non-iso') expect(currency?.kind === 'non-iso', `${alpha2}: ${code} must be of kind non-iso.`);
    else expect(currency?.status === 'active', `${alpha2}: ${code} is in use but not on the ISO 4217 list.`);
    if (kind === 'fund') expect(currency?.kind === 'fund', `${alpha2}: ${code} must be a fund code.`);
  }
  const [principal] = tender;
  expect(
    alpha2 === 'AQ' || (principal && !principal.to && principal.kind === 'tender'),
    `${alpha2} has no current legal tender.`,
  );
}

function isExpression(text) {
  try {
    return new RegExp(text) !== null;
  } catch {
    return false;
  }
}

// A key of a hand-kept table that is no country is a typing error.
function checkTables(facts, countryByAlpha2, expect) {
  for (const [name, values] of Object.entries(facts.tables)) {
    if (TABLES_WITH_OTHER_KEYS.includes(name)) continue;
    const unknown = Object.keys(values).filter(key => !countryByAlpha2.has(key));
    expect(unknown.length === 0, `facts/${name}.json: ${unknown.join(', ')} is no country.`);
  }
}

function checkCurrencies(currencies, expect) {
  const active = currencies.filter(currency => currency.status === 'active');
  expect(active.length === ACTIVE_CODES, `There must be ${ACTIVE_CODES} active ISO 4217 codes, not ${active.length}.`);
  const numerics = active.map(currency => currency.numeric);
  expect(
    numerics.every(Boolean) && new Set(numerics).size === numerics.length,
    'Active currencies must have numeric codes of their own.',
  );
  const withCashRule = currencies.filter(
    ({ cashDigits, cashRounding }) => cashDigits !== undefined || cashRounding !== undefined,
  );
  expect(withCashRule.length === 17, `There must be 17 currencies with a rule for cash, not ${withCashRule.length}.`);
  for (const [code, step] of Object.entries(CASH_ROUNDING)) {
    const found = currencies.find(currency => currency.code === code)?.cashRounding;
    expect(found === step, `Cash in ${code} must be rounded to ${step}, not to ${found}.`);
  }
  for (const code of NEVER_A_CODE)
    expect(!currencies.some(currency => currency.code === code), `${code} was never a code of ISO 4217.`);
  for (const currency of currencies) expect(currency.name, `${currency.code} has no name.`);
  const differing = active
    .filter(({ kind, isoMinorUnits, cldrDigits }) => kind === 'money' && isoMinorUnits !== cldrDigits)
    .map(({ code }) => code);
  expect(
    differing.join() === MINOR_UNITS_DIFFER.join(),
    `Minor units of ISO and CLDR must differ for ${MINOR_UNITS_DIFFER.join(' ')}, not for ${differing.join(' ')}.`,
  );
}

function checkFactsTable(countryByAlpha2, successions, expect) {
  for (const [alpha2, expected] of Object.entries(CURRENT_CURRENCIES)) {
    const current = (countryByAlpha2.get(alpha2)?.tender ?? [])
      // A last day in the past or the future: what has one is on its way out.
      .filter(period => !period.to)
      .map(({ currency, kind }) => (kind === 'tender' ? currency : `${currency} ${kind}`));
    expect(
      current.join() === expected.join(),
      `The currencies of ${alpha2} must be ${expected.join(', ') || 'none'}, not ${current.join(', ') || 'none'}.`,
    );
  }
  for (const { country, currency, from, to } of DATED_FACTS) {
    const period = countryByAlpha2.get(country)?.tender?.find(candidate => candidate.currency === currency);
    expect(
      !from || period?.from === from,
      `${currency} must be tender in ${country} from ${from}, not from ${period?.from}.`,
    );
    expect(!to || period?.to === to, `${currency} must be tender in ${country} to ${to}, not to ${period?.to}.`);
  }
  for (const [pair, ratio] of Object.entries(RATIOS)) {
    const found = successions.find(({ from, to }) => `${from}>${to}` === pair);
    expect(found?.ratio === ratio, `The ratio ${pair} must be ${ratio}, not ${found?.ratio}.`);
  }
}

// One currency should follow the other on the same or the next day. Where both were tender for a
// while, or neither was, the succession's line in overrides.json says why ("overlap" or "gap").
function checkSuccessions(countryByAlpha2, currencyByCode, successions, facts, expect) {
  for (const { from, to, ratio, date, countries } of successions) {
    const label = `${from} to ${to}`;
    const line = facts.overrides.find(
      ({ record, field, value }) => field === 'succession' && record === from && value.to === to && value.date === date,
    );
    expect(currencyByCode.has(from) && currencyByCode.has(to), `The succession ${label} names an unknown currency.`);
    expect(/^\d+(\.\d+)?$/.test(ratio), `The succession ${label} has no decimal ratio.`);
    for (const alpha2 of countries) {
      const periods = countryByAlpha2.get(alpha2)?.tender ?? [];
      const next = periods.find(
        period => period.currency === to && period.from <= date && (!period.to || period.to >= date),
      );
      const previous = periods
        .filter(period => period.currency === from && period.to && (!next || period.from <= next.from))
        .at(0);
      expect(next, `The succession ${label}: ${alpha2} has no period of ${to} on ${date}.`);
      expect(previous, `The succession ${label}: ${alpha2} has no ended period of ${from}.`);
      if (!next || !previous) continue;
      const days = (Date.parse(next.from) - Date.parse(previous.to)) / DAY;
      expect(
        days <= 1 || line.value.gap,
        `The succession ${label} has a gap in ${alpha2} (${previous.to} to ${next.from}) without a reason.`,
      );
      expect(
        days >= 0 || line.value.overlap,
        `The succession ${label} has an overlap in ${alpha2} (${next.from} to ${previous.to}) without a reason.`,
      );
    }
  }
}

function checkNames(cldr, countries, countryNames, currencyNames, expect) {
  const locales = coveredLocales(cldr);
  expect(locales.length === 117, `There must be 117 locales, not ${locales.length}.`);
  expect(locales.includes('br'), 'Breton must be among the locales.');
  for (const locale of locales) {
    const missing = countries.filter(
      ({ alpha2 }) => !countryNames[locale][alpha2] || countryNames[locale][alpha2] === alpha2,
    );
    expect(missing.length === 0, `${locale} has no name for ${missing.map(({ alpha2 }) => alpha2).join(', ')}.`);
    expect(Object.keys(currencyNames[locale]).length > 0, `${locale} has no name of a currency.`);
  }
}
