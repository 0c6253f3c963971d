import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import { initialsOf, nameKey } from './employer-name.rules';

/** What this service knows of an employer; the register itself belongs to organizing. */
@Entity('known_employers')
export class KnownEmployer {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'name_key' }) nameKey!: string;
  @Column('text') initials!: string;
  @Column('text', { name: 'area_code' }) areaCode!: string;
  @Column('int', { name: 'head_count', nullable: true }) headCount: number | null = null;
  /** False for a name that an alert brought and that the register does not have yet. */
  @Column('boolean') confirmed!: boolean;

  static registered(known: { id: string; name: string; areaCode: string; headCount: number | null }): KnownEmployer {
    return Object.assign(new KnownEmployer(), known, namesOf(known.name), { confirmed: true });
  }

  static named(name: string, areaCode: string): KnownEmployer {
    return Object.assign(new KnownEmployer(), { id: v7(), name, areaCode, confirmed: false }, namesOf(name));
  }
}

function namesOf(name: string): Pick<KnownEmployer, 'nameKey' | 'initials'> {
  return { nameKey: nameKey(name), initials: initialsOf(name) };
}
