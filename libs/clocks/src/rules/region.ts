/** A province by its letters in ISO 3166-2:CN, as provincial rules are filed under. */
export type Region = (typeof REGION_OF_DIVISION)[keyof typeof REGION_OF_DIVISION];

/** First two digits of a division code (GB/T 2260) to the province's letters (ISO 3166-2:CN). */
// prettier-ignore
const REGION_OF_DIVISION = {
  11: 'BJ', 12: 'TJ', 13: 'HE', 14: 'SX', 15: 'NM', 21: 'LN', 22: 'JL', 23: 'HL', 31: 'SH', 32: 'JS', 33: 'ZJ', 34: 'AH', 35: 'FJ', 36: 'JX', 37: 'SD',
  41: 'HA', 42: 'HB', 43: 'HN', 44: 'GD', 45: 'GX', 46: 'HI', 50: 'CQ', 51: 'SC', 52: 'GZ', 53: 'YN', 54: 'XZ', 61: 'SN', 62: 'GS', 63: 'QH', 64: 'NX',
  65: 'XJ', 71: 'TW', 81: 'HK', 82: 'MO',
} as const;

/** The province an area lies in, by its division code of any length; null where the code begins with none. */
export function regionOfArea(areaCode: string): Region | null {
  return (REGION_OF_DIVISION as Record<string, Region>)[areaCode.slice(0, 2)] ?? null;
}
