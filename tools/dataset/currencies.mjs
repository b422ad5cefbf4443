// The currency records: every code of ISO 4217, of CLDR and of the tender periods.
import { corrected } from './overrides.mjs';
import { byText, unique, withoutEmptyMembers } from './files.mjs';

const METALS = ['XAG', 'XAU', 'XPD', 'XPT'];
const TEST_CODES = ['XTS', 'XXX'];
const UNITS_OF_ACCOUNT = ['XAD', 'XBA', 'XBB', 'XBC', 'XBD', 'XDR', 'XEU', 'XFO', 'XFU', 'XRE', 'XSU', 'XUA'];

export function buildCurrencies(sources, facts, countries) {
  const { iso4217, cldr } = sources;
  const english = cldr.currencyNames('en');
  const periods = countries.flatMap(country => country.tender ?? []);
  // Former countries (the Soviet Union, the GDR …) are no records here, but their money is history too.
  const formerPeriods = Object.values(cldr.currencies.region)
    .flat()
    .flatMap(entry => Object.entries(entry));
  const codes = unique([...Object.keys(iso4217), ...Object.keys(english), ...periods.map(period => period.currency)])
    .filter(code => /^[A-Z]{3}$/.test(code))
    .sort(byText);

  return codes.map(code => {
    const status = corrected(facts, code, 'status', iso4217[code] ? 'active' : 'historic');
    const isActive = status === 'active';
    const digits = cldr.currencies.fractions[code] ?? cldr.currencies.fractions.DEFAULT;
    const kind = corrected(facts, code, 'kind', kindOf(code, periods));
    return withoutEmptyMembers({
      code,
      numeric: corrected(
        facts,
        code,
        'numeric',
        iso4217[code]?.numeric ?? cldr.codes[code]?._numeric ?? facts.tables.historicNumerics[code],
      ),
      status,
      kind,
      name: corrected(facts, code, 'name', english[code]?.displayName),
      symbol: corrected(facts, code, 'symbol', english[code]?.symbol ?? code),
      narrowSymbol: english[code]?.['symbol-alt-narrow'],
      localSymbol: localSymbolOf(cldr, code, countries),
      // ISO has no minor unit ("N.A.") for metals, test codes and units of account, the Arab Accounting Dinar excepted.
      isoMinorUnits:
        isActive && hasMinorUnit(code) ? corrected(facts, code, 'isoMinorUnits', iso4217[code]?.decimals) : undefined,
      cldrDigits: Number(digits._digits),
      cashDigits: digits._cashDigits === undefined ? undefined : Number(digits._cashDigits),
      cashRounding: Number(digits._cashRounding ?? 0) || undefined,
      withdrawn: isActive ? undefined : corrected(facts, code, 'withdrawn', lastDayOf(code, periods, formerPeriods)),
    });
  });
}

// What people who live with a currency write: the symbol in a language of a country whose principal currency it is.
// Invisible marks of direction are left out, since they belong to the text around an amount.
function localSymbolOf(cldr, code, countries) {
  const locales = countries
    .filter(({ tender = [] }) => tender[0]?.currency === code && !tender[0].to)
    .flatMap(({ alpha2, languages = [] }) => languages.flatMap(({ code: language }) => [`${language}-${alpha2}`, language]));
  for (const locale of locales) {
    const names = cldr.currencyNames(locale)?.[code];
    const symbol = (names?.['symbol-alt-narrow'] ?? names?.symbol ?? '').replace(/\p{Cf}/gu, '');
    if (symbol && !symbol.endsWith(code)) return symbol;
  }
  return undefined;
}

function kindOf(code, periods) {
  if (METALS.includes(code)) return 'metal';
  if (TEST_CODES.includes(code)) return 'test';
  if (UNITS_OF_ACCOUNT.includes(code)) return 'fund';
  const kinds = unique(periods.filter(period => period.currency === code).map(period => period.kind));
  if (kinds.length === 1 && (kinds[0] === 'fund' || kinds[0] === 'non-iso')) return kinds[0];
  return 'money';
}

function hasMinorUnit(code) {
  return !METALS.includes(code) && !TEST_CODES.includes(code) && (!UNITS_OF_ACCOUNT.includes(code) || code === 'XAD');
}

// The last day on which a code was money anywhere; none as long as one period is open.
function lastDayOf(code, periods, formerPeriods) {
  const ends = [
    ...periods.filter(period => period.currency === code).map(period => period.to),
    ...formerPeriods.filter(([currency]) => currency === code).map(([, period]) => period._to),
  ];
  if (ends.length === 0 || ends.some(end => !end)) return undefined;
  return ends.sort(byText).at(-1);
}
