// Where a country lies: coordinates, area, coast, land borders.
import { byText, unique } from './files.mjs';

// The factbook's codes where CLDR has none. CLDR also leaves out a code that equals alpha-2. Four territories
// are missing in the factbook, and their alpha-2 means another place there (AX is Akrotiri, CW the Cook Islands).
const FIPS_CODES = { BL: 'TB', ME: 'MJ', MF: 'RN', PS: 'WE', RS: 'RI', SS: 'OD', XK: 'KV' };
const WITHOUT_FACTBOOK_ENTRY = ['AX', 'BQ', 'CW', 'SX'];

export function factbookOf(sources, alpha2) {
  if (WITHOUT_FACTBOOK_ENTRY.includes(alpha2)) return undefined;
  const fipsCode = FIPS_CODES[alpha2] ?? sources.cldr.codes[alpha2]?._fips10 ?? alpha2;
  return sources.factbook[fipsCode];
}

// "47 00 N, 8 00 E" as decimal degrees.
export function coordinatesOf(text) {
  const match = /(\d+) (\d+) ([NS]),? (\d+) (\d+) ([EW])/.exec(text ?? '');
  if (!match) return undefined;
  const [, latitude, latitudeMinutes, northOrSouth, longitude, longitudeMinutes, eastOrWest] = match;
  return {
    latitude: degrees(latitude, latitudeMinutes, northOrSouth === 'S'),
    longitude: degrees(longitude, longitudeMinutes, eastOrWest === 'W'),
  };
}

function degrees(whole, minutes, isNegative) {
  const value = Math.round((Number(whole) + Number(minutes) / 60) * 100) / 100;
  return isNegative && value !== 0 ? -value : value;
}

// "41,277 sq km" or "9.985 million sq km".
export function areaOf(factbook) {
  const area = factbook?.Geography?.Area;
  const match = /([\d.,]+)\s*(million)?\s*sq km/.exec(area?.total?.text ?? area?.text ?? '');
  if (!match) return undefined;
  const value = Number.parseFloat(match[1].replaceAll(',', '')) * (match[2] ? 1_000_000 : 1);
  return Math.round(value * 100) / 100;
}

export function isLandlocked(factbook) {
  return /landlocked/.test(factbook?.Geography?.Coastline?.text ?? '');
}

// Two shapes that share an arc of the map share a border. Returns alpha-3 codes by alpha-2.
export function readLandBorders(sources, identities) {
  const shapes = sources.worldAtlas.objects.countries.geometries;
  const neighbours = sources.topojson.neighbors(shapes);
  const identityOfShape = shape =>
    identities.find(identity => identity.numeric && identity.numeric === shape.id) ??
    (shape.properties.name === 'Kosovo' ? identities.find(identity => identity.alpha2 === 'XK') : undefined);
  const owners = shapes.map(identityOfShape);

  const borders = Object.fromEntries(identities.map(identity => [identity.alpha2, []]));
  owners.forEach((owner, index) => {
    if (!owner) return;
    const others = neighbours[index].map(neighbour => owners[neighbour]).filter(other => other && other !== owner);
    borders[owner.alpha2].push(...others.map(other => other.alpha3));
  });
  return Object.fromEntries(Object.entries(borders).map(([alpha2, codes]) => [alpha2, unique(codes).sort(byText)]));
}
