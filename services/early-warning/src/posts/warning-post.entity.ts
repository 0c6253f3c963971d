import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place where officers watch for trouble: a union office in a town, an industrial park, a large employer. */
@Entity('warning_posts')
export class WarningPost {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'area_code' }) areaCode!: string;
  @Column('text') kind!: string;
}
