// The country records: one per ISO 3166-1 code, and Kosovo.
import { corrected } from './overrides.mjs';
import { byText, unique, withoutEmptyMembers } from './files.mjs';
import { areaOf, coordinatesOf, factbookOf, isLandlocked, readLandBorders } from './geography.mjs';
import { usesShortName } from './names.mjs';
import { tenderPeriodsOf } from './tender.mjs';

const KOSOVO = { alpha2: 'XK', alpha3: 'XKX', name: 'Kosovo', isUserAssigned: true };
const CONTINENTS = {
  AF: 'Africa',
  AN: 'Antarctica',
  AS: 'Asia',
  EU: 'Europe',
  NA: 'North America',
  OC: 'Oceania',
  SA: 'South America',
};
const WEEKDAYS = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
};
const M49_LEVEL = { region: 1, subregion: 2, intermediateRegion: 3 };

// Where a language has more than one script, the locale in which a country writes its own name.
const NATIVE_LOCALES = {
  'HK:zh': 'zh-Hant',
  'MO:zh': 'zh-Hant',
  'TW:zh': 'zh-Hant',
  'AF:prs': 'fa-AF',
  'ME:cnr': 'sr-Latn-ME',
};

export function buildCountries(sources, facts) {
  const identities = [...sources.iso3166.countries, KOSOVO].sort((left, right) => byText(left.alpha2, right.alpha2));
  const landBorders = readLandBorders(sources, identities);
  const languageCodes = readLanguageCodes(sources.cldr);

  return identities.map(identity => {
    const { alpha2, alpha3, numeric } = identity;
    const { cldr } = sources;
    const factbook = factbookOf(sources, alpha2);
    const feature = sources.countryCoder.feature(alpha2)?.properties ?? {};
    const fact = (field, fromPackage) => corrected(facts, alpha2, field, fromPackage);

    const name = fact('name', cldr.territoryNames('en')[`${alpha2}-alt-short`] ?? cldr.territoryNames('en')[alpha2]);
    const officialName = fact('officialName', name);
    const unMember = fact('unMember', cldr.containment.UN._contains.includes(alpha2));
    const regions = regionsOf(sources, alpha3);
    const coordinates = fact('coordinates', coordinatesOf(factbook?.Geography?.['Geographic coordinates']?.text));
    const languages = languagesOf(sources, facts, languageCodes, alpha2);
    const timeZones = fact('timeZones', timeZonesOf(sources, facts, alpha2));

    return withoutEmptyMembers({
      alpha2,
      alpha3,
      numeric,
      status: identity.isUserAssigned ? 'user-assigned' : 'officially-assigned',
      independent: fact('independent', unMember),
      unMember,
      euMember: fact('euMember', cldr.containment.EU._contains.includes(alpha2)),
      dependencyOf: fact('dependencyOf', feature.country),
      wikidata: fact('wikidata', feature.wikidata),
      name,
      officialName,
      alternateNames: alternateNamesOf(sources, identity, fact('alternateNames', []), [name, officialName]),
      nativeNames: nativeNamesOf(sources, facts, { alpha2, name }, languages),
      flagDescription: fact('flagDescription'),
      capitals: capitalsOf(sources, facts, alpha2, factbook),
      region: fact('region', regions.region),
      subregion: fact('subregion', regions.subregion),
      intermediateRegion: fact('intermediateRegion', regions.intermediateRegion),
      continents: fact('continents', [CONTINENTS[sources.countriesList[alpha2].continent]]),
      latitude: coordinates?.latitude,
      longitude: coordinates?.longitude,
      areaKm2: fact('areaKm2', areaOf(factbook)),
      landlocked: fact('landlocked', isLandlocked(factbook)),
      borders: fact('borders', landBorders[alpha2]),
      timeZones,
      utcOffsets: fact('utcOffsets', utcOffsetsOf(sources, timeZones)),
      population: fact('population', Number(cldr.territories[alpha2]._population)),
      gdpUsd: fact('gdpUsd', Number(cldr.territories[alpha2]._gdp) || undefined),
      literacyPercent: fact('literacyPercent', Number(cldr.territories[alpha2]._literacyPercent) || undefined),
      gini: fact('gini', giniOf(factbook)),
      languages,
      demonyms: fact('demonyms', []),
      tlds: fact('tlds', [sources.countryCoder.ccTLD(alpha2)].filter(Boolean)),
      callingCodes: fact('callingCodes', (sources.countriesList[alpha2].phone ?? []).map(String)),
      postalCode: fact('postalCode', postalCodeOf(sources, alpha2)),
      drivingSide: fact('drivingSide', sources.countryCoder.driveSide(alpha2)),
      carSigns: fact('carSigns', []),
      ioc: fact('ioc'),
      fifa: fact('fifa'),
      weekStart: fact('weekStart', WEEKDAYS[cldr.week.firstDay[alpha2] ?? cldr.week.firstDay['001']]),
      weekend: fact('weekend', weekendOf(cldr.week, alpha2)),
      measurementSystem: fact('measurementSystem', cldr.measurement.measurementSystem[alpha2] ?? 'metric'),
      paperSize: fact('paperSize', cldr.measurement.paperSize[alpha2] ?? 'A4'),
      hourCycle: fact('hourCycle', (cldr.time[alpha2] ?? cldr.time['001'])._preferred),
      tender: tenderPeriodsOf(sources, facts, alpha2),
    });
  });
}

export function buildSubdivisions(sources) {
  return sources.iso3166.subdivisions
    .map(({ code, name, parent }) =>
      withoutEmptyMembers({
        code,
        name,
        country: code.slice(0, 2),
        parent: parent && parent !== code.slice(0, 2) ? parent : undefined,
      }),
    )
    .sort((left, right) => byText(left.code, right.code));
}

export function buildFormerCodes(sources, facts) {
  return sources.iso3166.former
    .map(({ alpha4, from, to }) =>
      withoutEmptyMembers({
        alpha2: from.alpha2,
        alpha3: from.alpha3,
        alpha4,
        numeric: from.numeric,
        name: from.name,
        from: facts.tables.formerCodes[alpha4]?.from,
        to: facts.tables.formerCodes[alpha4]?.to,
        successors: unique(to.map(successor => successor.alpha2)).sort(byText),
      }),
    )
    .sort((left, right) => byText(left.alpha4, right.alpha4));
}

function regionsOf(sources, alpha3) {
  const parents = [];
  let node = sources.m49.find(entry => entry.iso3166 === alpha3);
  while (node?.parent) {
    const parentCode = node.parent;
    node = sources.m49.find(entry => entry.code === parentCode);
    parents.push(node);
  }
  return Object.fromEntries(
    Object.entries(M49_LEVEL).map(([field, level]) => [field, parents.find(parent => parent.type === level)?.name]),
  );
}

function alternateNamesOf(sources, { alpha2, name: isoName }, handKept, alreadyUsed) {
  const english = sources.cldr.territoryNames('en');
  const alternates = Object.keys(english)
    .filter(key => key.startsWith(`${alpha2}-alt-`))
    .map(key => english[key]);
  return unique([english[alpha2], ...alternates, isoName, ...handKept]).filter(name => !alreadyUsed.includes(name));
}

// CLDR knows the three-letter codes as aliases of the shorter ones ("deu" is another way to write "de").
function readLanguageCodes(cldr) {
  const toShort = {};
  for (const [code, { _reason: reason, _replacement: replacement }] of Object.entries(cldr.languageAliases)) {
    if (reason === 'overlong' && /^[a-z]{3}$/.test(code) && /^[a-z]{2}$/.test(replacement)) toShort[code] = replacement;
  }
  return toShort;
}

// Which languages are official is hand-kept (CLDR counts languages of regions in); how many people use them is CLDR's.
function languagesOf(sources, facts, toShort, alpha2) {
  const english = sources.cldr.languageNames('en');
  const population = sources.cldr.territories[alpha2].languagePopulation ?? {};
  return (facts.tables.languages[alpha2] ?? []).map(iso639_3 => {
    const code = toShort[iso639_3] ?? iso639_3;
    // CLDR counts scripts apart ("zh", "zh_Hant"): the official one is meant.
    const usages = Object.entries(population)
      .filter(([key]) => key.split('_')[0] === code)
      .map(([, value]) => value);
    const usage = usages.find(candidate => candidate._officialStatus) ?? usages[0];
    return withoutEmptyMembers({
      code,
      iso639_3,
      name: facts.tables.languageNames[iso639_3] ?? english[code],
      status: usage?._officialStatus ?? 'official',
      percent: usage ? Number(usage._populationPercent) : undefined,
    });
  });
}

function nativeNamesOf(sources, facts, { alpha2, name }, languages) {
  const takesShortName = usesShortName(sources.cldr, { alpha2, name });
  const handKept = facts.tables.nativeNames[alpha2] ?? {};
  return languages.flatMap(({ code }) => {
    const locale = NATIVE_LOCALES[`${alpha2}:${code}`] ?? code;
    const names = sources.cldr.territoryNames(locale);
    const common =
      handKept[code]?.common ?? (takesShortName ? names?.[`${alpha2}-alt-short`] : undefined) ?? names?.[alpha2];
    return common && common !== alpha2
      ? [withoutEmptyMembers({ language: code, common, official: handKept[code]?.official })]
      : [];
  });
}

function capitalsOf(sources, facts, alpha2, factbook) {
  const name = sources.countriesList[alpha2].capital;
  const fromPackages = name
    ? [{ name, ...coordinatesOf(factbook?.Government?.Capital?.['geographic coordinates']?.text) }]
    : [];
  return corrected(facts, alpha2, 'capitals', fromPackages);
}

// CLDR names a zone of its own for every country; the IANA groups would give Norway "Europe/Berlin".
// A zone that CLDR does not know counts where it belongs to one country alone.
function timeZonesOf(sources, facts, alpha2) {
  const fromCldr = sources.cldr.zones
    .filter(({ mapZone }) => mapZone._territory === alpha2)
    .flatMap(({ mapZone }) => mapZone._type.match(/\S+/g))
    .map(zone => facts.tables.timeZoneNames[zone] ?? zone);
  const ownZones = (sources.timeZones.getCountry(alpha2)?.timezones ?? []).filter(
    zone => sources.timeZones.getTimezone(zone).countries.join() === alpha2,
  );
  return unique([...fromCldr, ...ownZones]).sort(byText);
}

function utcOffsetsOf(sources, timeZones) {
  const minutes = unique(timeZones.map(zone => sources.timeZones.getTimezone(zone).utcOffset));
  return minutes.sort((left, right) => left - right).map(formatOffset);
}

function formatOffset(minutes) {
  if (minutes === 0) return 'UTC';
  const pad = value => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

// "28.7 (2012 est.) ++ 33.1 (1992)": the first value is the latest.
function giniOf(factbook) {
  const match = /^([\d.]+) \((?:FY)?(\d{4})/.exec(
    factbook?.Economy?.['Distribution of family income - Gini index']?.text ?? '',
  );
  return match ? { year: Number(match[2]), value: Number(match[1]) } : undefined;
}

function postalCodeOf(sources, alpha2) {
  const regex = sources.postalCodes.get(alpha2)?.source;
  return regex && { format: formatOfDigits(regex), regex };
}

// "^\d{4}$" is written "####". Anything richer has no such format.
function formatOfDigits(regex) {
  const match = /^\^\\d\{(\d)\}\$$/.exec(regex);
  return match ? '#'.repeat(Number(match[1])) : undefined;
}

function weekendOf(week, alpha2) {
  const first = week.weekendStart[alpha2] ?? week.weekendStart['001'];
  const last = week.weekendEnd[alpha2] ?? week.weekendEnd['001'];
  return unique([WEEKDAYS[first], WEEKDAYS[last]]);
}
