import type { LocalisedText } from '@accord/case-model';

const DISTRICT_DIGITS = 6;
const CITY_DIGITS = 4;

/** The next rung of the ladder: from a village or town to its district, from a district to its city; null at the top. */
export function rungAbove(areaCode: string): string | null {
  if (areaCode.length > DISTRICT_DIGITS) return areaCode.slice(0, DISTRICT_DIGITS);
  return areaCode.length > CITY_DIGITS ? areaCode.slice(0, CITY_DIGITS) : null;
}

/** What people call the rung that an area stands for, by the length of its code. */
export function rungWords(areaCode: string): LocalisedText {
  if (areaCode.length <= CITY_DIGITS) return { zh: `市级（${areaCode}）`, en: `the city (${areaCode})` };
  if (areaCode.length <= DISTRICT_DIGITS) return { zh: `区（县市）级（${areaCode}）`, en: `the district (${areaCode})` };
  return { zh: `镇（街道）级（${areaCode}）`, en: `the town (${areaCode})` };
}
