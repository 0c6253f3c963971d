import { describe, expect, it } from '@jest/globals';
import { initialsOf, nameKey } from './employer-name.rules';

describe('comparing employers by name', () => {
  it.each([
    ['苏州恒通电子（中国）有限公司', '苏州恒通电子(中国) 有限公司'],
    ['ＡＢＣ 精密', 'abc精密'],
    ['苏州恒通电子有限责任公司', '苏州恒通电子有限公司'],
  ])('takes %s and %s for the same', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it('does not take a part for the whole', () => {
    expect(nameKey('恒通电子')).not.toBe(nameKey('苏州恒通电子'));
  });
});

describe('finding employers by pinyin initials', () => {
  it.each([
    ['苏州恒通电子有限公司', 'szhtdzyxgs'],
    ['重庆路88号便利店', 'cql88hbld'],
    ['ABC精密（苏州）', 'abcjmsz'],
  ])('spells %s as %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
