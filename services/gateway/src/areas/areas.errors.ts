import { DomainError } from '@accord/case-model';

export class AreaNotFound extends DomainError {
  readonly code = 'AREA_NOT_FOUND';
  readonly kind = 'not_found';

  constructor(areaCode: string) {
    super({ zh: `没有代码为 ${areaCode} 的地区。`, en: `There is no area ${areaCode}.` }, { areaCode });
  }
}
