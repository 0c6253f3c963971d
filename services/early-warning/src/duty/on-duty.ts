const CODE_LENGTHS = [2, 4, 6, 9, 12];

/** The area itself and those around it, by their codes. */
export function areasAround(areaCode: string): string[] {
  return CODE_LENGTHS.filter((length) => length <= areaCode.length).map((length) => areaCode.slice(0, length));
}

/** Where duty officers are granted, as far as this service has heard. */
export class OnDuty {
  /** `areas`: those around an alert that somebody is granted for; null while this service knows nobody at all. */
  constructor(private readonly areas: readonly string[] | null) {}

  /** Before any staff is known there is no telling, and nothing is claimed. */
  static readonly unknown = new OnDuty(null);

  /** Whether it is known that nobody would be told of something that waits in this area. */
  missesOut(areaCode: string): boolean {
    return this.areas !== null && !this.areas.some((area) => areaCode.startsWith(area));
  }
}
