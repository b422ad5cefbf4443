// Names of countries and currencies in the locales that CLDR covers well.
import { byText } from './files.mjs';

// CLDR's levels "modern" and "moderate": every one of them names all 250 countries. Breton is among them.
export function coveredLocales(cldr) {
  return Object.entries(cldr.coverage)
    .filter(([, level]) => level === 'modern' || level === 'moderate')
    .map(([locale]) => locale)
    .sort(byText);
}

// The short alternate ("Hong Kong") is taken where it is a name in common use. "US" or "Bosnia" are not:
// overrides.json gives those their full English name, and every other language then follows.
export function usesShortName(cldr, country) {
  return cldr.territoryNames('en')[`${country.alpha2}-alt-short`] === country.name;
}

export function countryNamesByLocale(cldr, countries) {
  const withShortName = new Set(
    countries.filter(country => usesShortName(cldr, country)).map(country => country.alpha2),
  );
  const namesIn = locale => {
    const names = cldr.territoryNames(locale);
    return Object.fromEntries(
      countries.map(({ alpha2, name }) => {
        if (locale === 'en') return [alpha2, name];
        const short = withShortName.has(alpha2) ? names[`${alpha2}-alt-short`] : undefined;
        return [alpha2, short ?? names[alpha2]];
      }),
    );
  };
  return Object.fromEntries(coveredLocales(cldr).map(locale => [locale, namesIn(locale)]));
}

export function currencyNamesByLocale(cldr, currencies) {
  const namesIn = locale => {
    const names = cldr.currencyNames(locale) ?? {};
    const entries = currencies
      .filter(({ code, name }) => (locale === 'en' && name) || isTranslated(names[code], code))
      .map(({ code, name }) => {
        const displayName = locale === 'en' ? name : names[code].displayName;
        const symbol = names[code]?.symbol;
        return [code, symbol && symbol !== code ? { name: displayName, symbol } : { name: displayName }];
      });
    return Object.fromEntries(entries);
  };
  return Object.fromEntries(coveredLocales(cldr).map(locale => [locale, namesIn(locale)]));
}

// CLDR writes the code where it has no name.
function isTranslated(names, code) {
  return names?.displayName && names.displayName !== code;
}
